package org.profbilet.credentials;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import org.profbilet.contract.credential.PublicAddress;

/** Reads the public address at the start, so that one which fits no QR is told at once. */
@Factory
class PublicAddressBean {

  @Context
  @Requires(property = "profbilet.public-url")
  PublicAddress publicAddress(@Value("${profbilet.public-url}") String address) {
    return new PublicAddress(address);
  }
}
