package org.profbilet.access;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens personal rows to the running transaction, the second wall behind the use cases: PostgreSQL
 * compares every row with this scope and shows none where no scope was set. Call it first in a
 * transactional use case; it ends with the transaction.
 */
@Singleton
public class RowScope {

  private final ScopeRepository scopes;

  RowScope(ScopeRepository scopes) {
    this.scopes = scopes;
  }

  /** The rows of one primary, for its chair or officer. */
  public void primary(UUID primaryId) {
    scopes.set("profbilet.primaries", primaryId.toString());
  }

  /** The rows of the two sides of a transfer, and of all where a merged person was on record. */
  public void primaries(Collection<UUID> primaryIds) {
    scopes.set(
        "profbilet.primaries",
        primaryIds.stream().map(UUID::toString).collect(Collectors.joining(",")));
  }

  /** The rows of one person, for herself. */
  public void person(UUID personId) {
    scopes.set("profbilet.person", personId.toString());
  }

  /** The cards of orders, for those who produce, ship and hand them over. */
  public void orders(Collection<UUID> orderIds) {
    scopes.set(
        "profbilet.orders", orderIds.stream().map(UUID::toString).collect(Collectors.joining(",")));
  }

  /** The list and the scans of one meeting, for its door. */
  public void meeting(UUID meetingId) {
    scopes.set("profbilet.meeting", meetingId.toString());
  }
}
