package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * @param note why, for the protocol of the meeting
 */
@Serdeable
public record NewRuling(
    @NotNull MeetingConflicts.Ruling ruling, @NotBlank @Size(max = 300) String note) {}
