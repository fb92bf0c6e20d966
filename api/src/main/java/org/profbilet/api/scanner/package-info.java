/** Phones at the doors of meetings. */
@NullMarked
package org.profbilet.api.scanner;

import org.jspecify.annotations.NullMarked;
