package org.profbilet.api.office;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.session.Caller;
import org.profbilet.organisations.changes.Office;

/** The office for which the caller does something to an organisation. */
@Singleton
class OfficeOf {

  private final Access access;
  private final Caller caller;

  OfficeOf(Access access, Caller caller) {
    this.access = access;
    this.caller = caller;
  }

  /**
   * @throws org.profbilet.access.NotYours where the table of rights does not let her
   */
  Office of(UUID organisationId, Right right) {
    Acting acting = access.allow(caller.accountId(), organisationId, right);
    return new Office(acting.accountId(), acting.organisationId(), acting.level());
  }
}
