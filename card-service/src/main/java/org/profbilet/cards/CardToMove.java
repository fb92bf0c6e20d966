package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * A locked card, as its next move sees it.
 *
 * @param copy ticket number and serial, as they are printed: 0000000018-00001
 */
@Introspected
public record CardToMove(
    UUID id,
    UUID personId,
    UUID primaryId,
    String copy,
    CardMedium medium,
    CardStatus status,
    int version) {}
