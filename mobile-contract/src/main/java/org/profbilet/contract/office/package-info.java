/** What territorial, regional and central staff may ask for. */
@NullMarked
package org.profbilet.contract.office;

import org.jspecify.annotations.NullMarked;
