package org.profbilet.contract.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer signs.
 *
 * @param issuer the union's server
 * @param issuedOn day of issue in UTC, 2020-01-01 to 2199-06-06; valid from its midnight
 * @param lifeDays days of validity, 1 to 255
 * @param device key of the phone that may show the credential
 * @param status where its state is written
 * @param holder present in a door credential, absent in a member credential
 */
public record CredentialClaims(
    PublicAddress issuer,
    LocalDate issuedOn,
    int lifeDays,
    DeviceKey device,
    StatusReference status,
    @Nullable TicketHolder holder) {

  static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

  public CredentialClaims {
    long day = issuedOn.toEpochDay() - FIRST_DAY.toEpochDay();
    if (day < 0 || day > 0xFFFF) {
      throw new IllegalArgumentException("the day of issue is outside 2020-01-01 to 2199-06-06");
    }
    if (lifeDays < 1 || lifeDays > 255) {
      throw new IllegalArgumentException("a credential lives 1 to 255 days");
    }
  }

  public CredentialKind kind() {
    return holder == null ? CredentialKind.MEMBER : CredentialKind.DOOR;
  }

  /** First moment of validity. */
  public Instant validFrom() {
    return issuedOn.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** First moment at which the credential is no longer valid. */
  public Instant expiresAt() {
    return issuedOn.plusDays(lifeDays).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
