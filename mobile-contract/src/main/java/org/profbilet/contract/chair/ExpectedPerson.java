package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How a person is expected at a meeting.
 *
 * @param category for example «делегат», «гость»; lists may take some categories only
 * @param attention the volunteer is told to look up
 * @param pendingWelcome may come in although not a member yet
 */
@Serdeable
public record ExpectedPerson(
    @NotNull @Size(max = 40) String category,
    boolean attention,
    boolean pendingWelcome,
    @NotNull MandateState mandate) {}
