package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision to carry out.
 *
 * @param number of the decision, for example «3-7»
 * @param effectiveOn the first day on which it is so; not in the future
 * @param toId the new parent of MOVED or the successor of MERGED
 */
@Serdeable
public record OrganisationDecision(
    @NotNull DecisionKind kind,
    @NotBlank @Size(max = 60) String number,
    @NotNull LocalDate decidedOn,
    @NotNull LocalDate effectiveOn,
    @Nullable UUID toId) {}
