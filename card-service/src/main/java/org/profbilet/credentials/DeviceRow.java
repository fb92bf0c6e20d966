package org.profbilet.credentials;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.contract.credential.DeviceKey;

/** A member's phone. */
@MappedEntity(value = "device", schema = "credentials")
record DeviceRow(
    @Id UUID id,
    UUID personId,
    UUID primaryId,
    UUID activationId,
    String name,
    String doorX,
    String doorY,
    String memberX,
    String memberY,
    long lastProofAt,
    Instant enrolledAt,
    @Nullable Instant revokedAt,
    String requestHash) {

  DeviceKey key(CredentialKind kind) {
    return switch (kind) {
      case DOOR -> new DeviceKey(doorX, doorY);
      case MEMBER -> new DeviceKey(memberX, memberY);
    };
  }

  @Override
  public String toString() {
    return "DeviceRow[" + id + "]";
  }
}
