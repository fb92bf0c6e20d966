package org.profbilet.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A card is in the hands of its member. */
public record CardIssued(
    UUID cardId, UUID personId, UUID primaryId, LocalDate issuedOn, Instant at) {}
