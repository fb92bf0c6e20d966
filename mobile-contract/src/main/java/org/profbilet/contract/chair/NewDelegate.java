package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegate whom an organisation sends.
 *
 * @param basis number of the protocol by which she was elected
 * @param basisOn its day; she must have been on record then
 * @param place among alternates, 1 is the first; absent of a delegate
 * @param firstTime whether she is elected for the first time
 */
@Serdeable
public record NewDelegate(
    @NotNull UUID personId,
    @NotNull DelegateVote vote,
    @NotBlank @Size(max = 60) String basis,
    @NotNull LocalDate basisOn,
    @Nullable @Min(1) @Max(99) Integer place,
    boolean firstTime) {}
