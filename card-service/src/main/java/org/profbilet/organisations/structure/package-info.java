/** Units inside of an organisation, its elected bodies and responsible persons, its documents. */
@NullMarked
package org.profbilet.organisations.structure;

import org.jspecify.annotations.NullMarked;
