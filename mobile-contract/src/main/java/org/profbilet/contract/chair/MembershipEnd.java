package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * @param on the first day off record
 */
@Serdeable
public record MembershipEnd(@NotNull LocalDate on, @NotNull MembershipEndReason reason) {}
