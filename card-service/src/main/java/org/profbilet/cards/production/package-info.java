/** Batches of cards: what is printed, what is counted at every hop, and what is missing. */
@NullMarked
package org.profbilet.cards.production;

import org.jspecify.annotations.NullMarked;
