/** HTTP for territorial, regional and central staff. */
@NullMarked
package org.profbilet.api.office;

import org.jspecify.annotations.NullMarked;
