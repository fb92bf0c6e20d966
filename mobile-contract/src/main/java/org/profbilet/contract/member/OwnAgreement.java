package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.profbilet.contract.chair.MessageChannel;

/**
 * @param channels by which messages may come
 * @param textVersion the words that the page showed; refused where others are in force by now
 */
@Serdeable
public record OwnAgreement(
    @NotEmpty @Size(max = 3) List<MessageChannel> channels,
    @NotNull @Size(max = 40) String textVersion) {}
