package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * @param mode ONLY these members, or ALL_EXCEPT them; "all" are all who are eligible
 */
@Serdeable
public record OrderRequest(
    @NotNull ChoiceMode mode, @NotNull @Size(max = 20000) List<UUID> personIds) {}
