package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The public half of a device's key as a JWK (RFC 7517): ECDSA on P-256, nothing else. */
@Serdeable
public record DeviceKeyJwk(
    @NotNull @Pattern(regexp = "EC") String kty,
    @NotNull @Pattern(regexp = "P-256") String crv,
    @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String x,
    @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String y) {}
