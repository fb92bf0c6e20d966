package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param cards how many were issued
 */
@Serdeable
public record CardsIssued(int cards) {}
