package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the commission decides about one mandate.
 *
 * @param decision whose decision it is and why
 * @param alternateId the mandate of the alternate who takes the place; needed to replace
 */
@Serdeable
public record NewMandateAct(
    @NotNull MandateAct act,
    @NotBlank @Size(max = 200) String decision,
    @Nullable UUID alternateId) {}
