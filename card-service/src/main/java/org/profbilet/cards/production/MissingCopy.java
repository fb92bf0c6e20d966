package org.profbilet.cards.production;

import io.micronaut.core.annotation.Introspected;
import org.profbilet.cards.CardStatus;

/**
 * A copy that ended on its way.
 *
 * @param copy ticket number and serial: 0000000018-00001
 * @param primaryName whose member waits for it
 */
@Introspected
public record MissingCopy(String copy, CardStatus status, String primaryName) {}
