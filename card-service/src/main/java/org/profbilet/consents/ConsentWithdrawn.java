package org.profbilet.consents;

import java.time.Instant;
import java.util.UUID;

/** A consent was withdrawn and is out of force from this moment. */
public record ConsentWithdrawn(
    UUID personId, UUID primaryId, Purpose purpose, Channel channel, Instant at) {}
