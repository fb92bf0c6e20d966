package org.profbilet.api.session;

import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.CallingAccount;

/** The account behind the running request, so that the database can ask for its appointments. */
@Singleton
class StaffRequest implements CallingAccount {

  private final SecurityService security;

  StaffRequest(SecurityService security) {
    this.security = security;
  }

  @Override
  public Optional<UUID> find() {
    return security
        .getAuthentication()
        .filter(authentication -> authentication.getRoles().contains(Audience.STAFF))
        .map(authentication -> UUID.fromString(authentication.getName()));
  }
}
