package org.profbilet.cards.production;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** The cards of one order, packed together. */
@Introspected
public record Pack(
    UUID orderId,
    int number,
    String inpo,
    String primaryName,
    String payerName,
    int cards,
    String firstNumber,
    String lastNumber) {}
