package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * @param channels of MESSAGES; empty for all of them and for the other purposes
 * @param signedOn the date on the statement; the withdrawal acts from the moment it is recorded
 */
@Serdeable
public record ConsentWithdrawal(
    @NotNull UUID personId,
    @NotNull ConsentPurpose purpose,
    @NotNull @Size(max = 3) List<MessageChannel> channels,
    @NotNull LocalDate signedOn) {}
