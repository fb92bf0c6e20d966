package org.profbilet.credentials;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.profbilet.contract.credential.CredentialClaims;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.contract.credential.CredentialText;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.contract.credential.SignedCredential;
import org.profbilet.contract.credential.StatusReference;
import org.profbilet.contract.credential.TicketHolder;

/**
 * Signs what a phone holds. A phone may ask as often as it likes: it gets what it has until that is
 * a week old or no longer right.
 */
@Singleton
class Issuing {

  static final int LIFE_DAYS = 35;

  /** A phone that is seldom online has four weeks left when it comes to this. */
  static final int FRESH_DAYS = 7;

  /** So many entries taken in a row mean that the list is rather full: time for the next one. */
  private static final int TRIES = 32;

  private final CredentialRepository credentials;
  private final IssuerKeys keys;
  private final PublicAddress address;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Issuing(CredentialRepository credentials, IssuerKeys keys, PublicAddress address, Clock clock) {
    this.credentials = credentials;
    this.keys = keys;
    this.address = address;
    this.clock = clock;
  }

  DeviceCredentials issue(Holder holder, DeviceRow device) {
    return new DeviceCredentials(
        fresh(holder, device, CredentialKind.DOOR), fresh(holder, device, CredentialKind.MEMBER));
  }

  private String fresh(Holder holder, DeviceRow device, CredentialKind kind) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return credentials
        .findNewestGood(device.id(), kind.name(), today.minusDays(FRESH_DAYS - 1L).toString())
        .filter(text -> isStillRight(CredentialText.parseUnproven(text), holder))
        .orElseGet(() -> sign(holder, device, kind, today));
  }

  /** Signed by a key that is believed, for the address, the name and the organisation of today. */
  private boolean isStillRight(SignedCredential held, Holder holder) {
    TicketHolder onIt = held.claims().holder();
    return !keys.revoked().contains("k" + held.keyNumber())
        && held.claims().issuer().equals(address)
        && (onIt == null || onIt.equals(holder.onTicket()));
  }

  private String sign(Holder holder, DeviceRow device, CredentialKind kind, LocalDate today) {
    StatusReference status = takeEntry();
    CredentialClaims claims =
        new CredentialClaims(
            address,
            today,
            LIFE_DAYS,
            device.key(kind),
            status,
            kind == CredentialKind.DOOR ? holder.onTicket() : null);
    IssuerKeys.Signer signer = keys.issuer();
    int number = Integer.parseInt(signer.id().substring(1));
    String text = SignedCredential.sign(claims, number, signer.key()).text();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    credentials.save(
        new CredentialRow(
            id,
            device.id(),
            holder.id(),
            holder.primaryId(),
            kind,
            status.list(),
            status.index(),
            today,
            claims.expiresAt(),
            text));
    return text;
  }

  /** Random, so that neighbours in a list say nothing about who came when. */
  private StatusReference takeEntry() {
    int list = credentials.currentList();
    for (int i = 0; i < TRIES; i++) {
      int index = random.nextInt(StatusReference.LIST_SIZE);
      if (credentials.take(list, index) == 1) {
        return new StatusReference(list, index);
      }
    }
    credentials.openList(list + 1);
    return takeEntry();
  }
}
