package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact: this code was shown to this device at this moment. Sent again unchanged it gets the same
 * answer, however often.
 *
 * @param scanId made by the device, UUID of version 7; also the Idempotency-Key
 * @param deviceSeq the next number of this device, from 1 and without a gap
 * @param listIds the list of the meeting; one, for no two lists of one meeting are scanned at once
 * @param scannedAt by the device's clock
 * @param monotonicMs since the device, or its page, was started; a changed clock does not change it
 * @param bootId names the start that {@code monotonicMs} counts from
 * @param override admission by hand
 * @param answers to the questions of the list, by their ids
 * @param canAsk false: nobody can ask at this door, and questions keep nobody outside
 * @param acceptPending the volunteer confirms that she who is not a member yet may come in
 * @param operatorId who holds a shared phone
 * @param deviceDecision only in a synchronisation: what the device decided alone
 */
@Serdeable
public record Scan(
    @NotNull UUID scanId,
    @Positive long deviceSeq,
    @NotNull @Size(min = 1, max = 8) List<UUID> listIds,
    @NotNull @Valid ShownCredential credential,
    @NotNull ScanType type,
    @NotNull Instant scannedAt,
    @Nullable Long monotonicMs,
    @Nullable UUID bootId,
    @Nullable @Valid HandAdmission override,
    @Nullable @Size(max = 10) Map<@Size(max = 40) String, @Size(max = 200) String> answers,
    @Nullable Boolean canAsk,
    @Nullable Boolean acceptPending,
    @Nullable UUID operatorId,
    @Nullable @Valid DeviceDecision deviceDecision) {

  public Scan {
    listIds = List.copyOf(listIds);
    answers = answers == null ? null : Map.copyOf(answers);
  }

  /** Who admits by hand says why. */
  @Serdeable
  public record HandAdmission(@NotNull OverrideReason reason) {}
}
