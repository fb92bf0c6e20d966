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
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.contract.credential.SignedCredential;
import org.profbilet.contract.credential.StatusReference;

/** Signs what a phone holds; twice on one day gives the same. */
@Singleton
class Issuing {

  static final int LIFE_DAYS = 35;

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
        ofToday(holder, device, CredentialKind.DOOR),
        ofToday(holder, device, CredentialKind.MEMBER));
  }

  private String ofToday(Holder holder, DeviceRow device, CredentialKind kind) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return credentials
        .findOfDay(device.id(), kind.name(), today.toString())
        .orElseGet(() -> sign(holder, device, kind, today));
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
