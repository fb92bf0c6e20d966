package org.profbilet.meetings.quorum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.DelegateVote;
import org.profbilet.contract.chair.MandateStanding;

/** A mandate, as far as the commission decides about it. */
@MappedEntity(value = "mandate", schema = "meetings")
record MandateRow(
    @Id UUID id,
    UUID bodyId,
    UUID senderId,
    @Nullable Integer number,
    DelegateVote vote,
    MandateStanding standing,
    LocalDate basisOn,
    @Nullable Integer place,
    String requestHash) {}
