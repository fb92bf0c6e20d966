package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.RepeatPolicy;

/**
 * @param opensAt when the first may come in
 * @param closesAt when no more may come in, at most 31 days later
 * @param zone IANA name; the organisation's own where absent
 * @param policy REENTRY where absent
 * @param invited members of this organisation; empty for an open meeting
 */
@Serdeable
public record NewMeeting(
    @NotBlank @Size(max = 200) String title,
    @NotNull ListKind kind,
    @NotNull Instant opensAt,
    @NotNull Instant closesAt,
    @Nullable @Size(max = 60) String zone,
    @Nullable RepeatPolicy policy,
    @NotNull @Size(max = 10000) List<UUID> invited) {

  public NewMeeting {
    invited = List.copyOf(invited);
  }
}
