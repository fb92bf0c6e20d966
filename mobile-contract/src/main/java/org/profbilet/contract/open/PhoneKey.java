package org.profbilet.contract.open;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.profbilet.contract.credential.DeviceKey;

/** The public half of a phone's key as a JWK (RFC 7517): ECDSA on P-256, nothing else. */
@Serdeable
public record PhoneKey(
    @NotNull @Pattern(regexp = "EC") String kty,
    @NotNull @Pattern(regexp = "P-256") String crv,
    @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String x,
    @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String y) {

  /** The key; a point that is not on the curve is an {@link IllegalArgumentException}. */
  public DeviceKey key() {
    return new DeviceKey(x, y);
  }
}
