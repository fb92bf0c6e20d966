package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.profbilet.contract.chair.MessageChannel;
import org.profbilet.contract.chair.MessageLanguage;

/**
 * How a member wants messages to many. It narrows her consents and never widens them.
 *
 * @param muted channels by which she wants none; messages about her own card still come
 */
@Serdeable
public record MessagePreferences(
    @NotNull MessageLanguage language, @NotNull @Size(max = 3) List<MessageChannel> muted) {

  public MessagePreferences {
    muted = List.copyOf(muted);
  }
}
