/** What the law gives a person over her own data: a copy of all of it, and its end. */
@NullMarked
package org.profbilet.privacy;

import org.jspecify.annotations.NullMarked;
