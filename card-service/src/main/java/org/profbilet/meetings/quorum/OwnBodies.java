package org.profbilet.meetings.quorum;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;

/** Finds a body for its own organisation and opens its rows. Call it inside a transaction. */
@Singleton
class OwnBodies {

  private final Access access;
  private final RowScope scope;
  private final BodyRepository bodies;

  OwnBodies(Access access, RowScope scope, BodyRepository bodies) {
    this.access = access;
    this.scope = scope;
    this.bodies = bodies;
  }

  /**
   * @throws NotYours where there is none
   */
  BodyRow open(UUID accountId, UUID bodyId) {
    BodyRow body = bodies.findById(bodyId).orElseThrow(NotYours::new);
    access.allow(accountId, body.organisationId(), Right.HOLD_MEETINGS);
    scope.primary(body.organisationId());
    return body;
  }

  /**
   * The same, and nobody else decides about it until the transaction ends.
   *
   * @throws NotYours where there is none
   */
  BodyRow lock(UUID accountId, UUID bodyId) {
    BodyRow body = open(accountId, bodyId);
    if (bodies.lock(bodyId).isEmpty()) {
      throw new NotYours();
    }
    return body;
  }
}
