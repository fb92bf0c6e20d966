package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.profbilet.contract.chair.ConsentPurpose;
import org.profbilet.contract.chair.MessageChannel;

/**
 * @param channels of MESSAGES; empty for all of them and for the other purposes
 */
@Serdeable
public record OwnWithdrawal(
    @NotNull ConsentPurpose purpose, @NotNull @Size(max = 3) List<MessageChannel> channels) {}
