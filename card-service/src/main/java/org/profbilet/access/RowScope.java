package org.profbilet.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.OfficeScope;

/**
 * Opens personal rows to the running transaction, the second wall behind the use cases: PostgreSQL
 * compares every row with this scope and shows none where no scope was set. Call it first in a
 * transactional use case; it ends with the transaction.
 *
 * <p>In a request of staff the database opens only what the caller's own appointments, delegations
 * and stated reasons name, whatever is asked for here.
 */
@Singleton
public class RowScope implements OfficeScope {

  private static final String PRIMARIES = "profbilet.primaries";
  private static final String ORGANISATION = "profbilet.organisation";
  private static final String PERSON = "profbilet.person";
  private static final String ORDERS = "profbilet.orders";
  private static final String MEETING = "profbilet.meeting";

  private final ScopeRepository scopes;
  private final @Nullable CallingAccount callingAccount;
  private final Clock clock;

  RowScope(ScopeRepository scopes, @Nullable CallingAccount callingAccount, Clock clock) {
    this.scopes = scopes;
    this.callingAccount = callingAccount;
    this.clock = clock;
  }

  /** The rows of one primary, for its chair, its officer or its delegate. */
  public void primary(UUID primaryId) {
    UUID account = account();
    if (account == null) {
      scopes.set(PRIMARIES, primaryId.toString());
    } else if (scopes.setPrimaryOfOffice(primaryId, account, today()).isEmpty()) {
      scopes.setPrimaryIfMine(primaryId, account, today(), clock.instant());
    }
  }

  @Override
  public void office(UUID organisationId) {
    UUID account = account();
    if (account == null) {
      scopes.set(ORGANISATION, organisationId.toString());
    } else {
      scopes.setOfficeIfMine(organisationId, account, today());
    }
  }

  /** The rows of one person, for herself. */
  public void person(UUID personId) {
    scopes.set(PERSON, account() == null ? personId.toString() : "");
  }

  /** The cards of orders, for those who produce, ship and hand them over. */
  public void orders(Collection<UUID> orderIds) {
    UUID account = account();
    if (account != null) {
      scopes.setOffices(account, today());
    }
    scopes.set(ORDERS, orderIds.stream().map(UUID::toString).collect(Collectors.joining(",")));
  }

  /** The list and the scans of one meeting, for its door. */
  public void meeting(UUID meetingId) {
    scopes.set(MEETING, account() == null ? meetingId.toString() : "");
  }

  private @Nullable UUID account() {
    return callingAccount == null ? null : callingAccount.find().orElse(null);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Access.MOSCOW));
  }
}
