package org.profbilet.credentials;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.profbilet.contract.credential.CredentialKind;

/** A credential that was issued to a phone. */
@MappedEntity(value = "credential", schema = "credentials")
record CredentialRow(
    @Id UUID id,
    UUID deviceId,
    UUID personId,
    UUID primaryId,
    CredentialKind kind,
    int listNumber,
    int index,
    LocalDate issuedOn,
    Instant expiresAt,
    String text) {

  @Override
  public String toString() {
    return "CredentialRow[" + id + "]";
  }
}
