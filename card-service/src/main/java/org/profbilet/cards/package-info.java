/** Orders of plastic cards, their production, and the life of every copy. */
@NullMarked
package org.profbilet.cards;

import org.jspecify.annotations.NullMarked;
