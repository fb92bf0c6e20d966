/** Elected bodies: their quorum, the seats in them, delegates and the mandate commission. */
@NullMarked
package org.profbilet.meetings.quorum;

import org.jspecify.annotations.NullMarked;
