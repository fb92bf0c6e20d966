package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.contract.scanner.ListKind;

/** A meeting in the list of an organisation. */
@Introspected
public record MeetingLine(
    UUID id,
    String title,
    String zone,
    ListKind kind,
    Instant opensAt,
    Instant closesAt,
    int present) {}
