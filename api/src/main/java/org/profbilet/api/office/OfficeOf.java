package org.profbilet.api.office;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.api.session.Caller;
import org.profbilet.organisations.changes.Office;

/** The office for which the caller acts on an organisation: this very one or one above it. */
@Singleton
class OfficeOf {

  private final Access access;
  private final Caller caller;

  OfficeOf(Access access, Caller caller) {
    this.access = access;
    this.caller = caller;
  }

  Office above(UUID organisationId) {
    Acting acting = access.forOfficeAbove(caller.accountId(), organisationId);
    return new Office(acting.accountId(), acting.organisationId(), acting.level());
  }
}
