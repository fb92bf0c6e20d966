/** Turns HTML templates of the resources into PDF that Russian offices print and sign. */
@NullMarked
package org.profbilet.printing;

import org.jspecify.annotations.NullMarked;
