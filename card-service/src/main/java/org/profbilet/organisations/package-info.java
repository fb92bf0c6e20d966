/** The tree of the Union: central, regional, local and primary organisations. */
@NullMarked
package org.profbilet.organisations;

import org.jspecify.annotations.NullMarked;
