package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MessageChannel;
import org.profbilet.contract.chair.MessageLanguage;

/**
 * How a member wants messages to many. It narrows her consents and never widens them.
 *
 * @param muted channels by which she wants none; messages about her own card still come
 * @param ads whether she wants advertising among them; null in a request: as before. When a "no"
 *     was answered, none is under way by any channel and none begins
 */
@Serdeable
public record MessagePreferences(
    @NotNull MessageLanguage language,
    @NotNull @Size(max = 3) List<MessageChannel> muted,
    @Nullable Boolean ads) {

  public MessagePreferences {
    muted = List.copyOf(muted);
  }
}
