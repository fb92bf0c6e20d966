package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a vote came to. It is never joined to people, secret or not.
 *
 * @param snapshotId the presence that it cites
 * @param issued ballots given out, or hands that could have been raised: at most as many as were
 *     present
 */
@Serdeable
public record NewVote(
    @NotNull UUID snapshotId,
    @NotBlank @Size(max = 300) String question,
    boolean secret,
    @Min(0) @Max(100_000) int issued,
    @Min(0) @Max(100_000) int inFavour,
    @Min(0) @Max(100_000) int against,
    @Min(0) @Max(100_000) int abstained) {}
