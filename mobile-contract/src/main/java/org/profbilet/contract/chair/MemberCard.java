package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as her chair sees her (учётная карточка).
 *
 * @param joinedUnion a day, or a year where no more is known
 * @param suspendedUntil the day on which a leave or the time after a lay-off ends
 * @param endedOn the first day off record; null while on record
 * @param changes newest first
 */
@Serdeable
public record MemberCard(
    UUID id,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate,
    String sex,
    String ticketNumber,
    @Nullable String paperTicket,
    @Nullable String note,
    String category,
    String engagement,
    @Nullable String unit,
    @Nullable String position,
    @Nullable String staffGroup,
    @Nullable String education,
    @Nullable Boolean duesByPayroll,
    List<String> unionRoles,
    String joinedUnion,
    LocalDate registeredOn,
    @Nullable String protocolNumber,
    @Nullable LocalDate protocolOn,
    @Nullable LocalDate suspendedUntil,
    @Nullable LocalDate endedOn,
    @Nullable String endReason,
    List<Address> contacts,
    List<Consent> consents,
    @Nullable Card card,
    List<Change> changes) {

  /**
   * @param kind PHONE or EMAIL
   * @param shared stands at somebody else of the primary too
   */
  @Serdeable
  public record Address(String kind, String value, boolean shared, boolean verified) {}

  /**
   * @param channel NONE but for messages
   * @param state GIVEN, REFUSED or WITHDRAWN; what is not here is unknown
   */
  @Serdeable
  public record Consent(String purpose, String channel, String state, LocalDate signedOn) {}

  /** The plastic card that counts now. */
  @Serdeable
  public record Card(UUID id, String serial, String status, @Nullable LocalDate issuedOn) {}

  /**
   * @param title the field in Russian
   */
  @Serdeable
  public record Change(
      Instant at, String field, String title, @Nullable String before, @Nullable String after) {}
}
