/** Turns every refusal and every accident into a problem of the catalogue. */
@NullMarked
package org.profbilet.api.problem;

import org.jspecify.annotations.NullMarked;
