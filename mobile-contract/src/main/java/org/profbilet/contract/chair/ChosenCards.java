package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** These cards. */
@Serdeable
public record ChosenCards(@NotEmpty @Size(max = 20000) List<UUID> cardIds) {}
