package org.profbilet.consents;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger has new rows: these people's consent is in this state from this moment. Published in
 * the transaction that wrote them; each of these people is to be told.
 *
 * @param state GIVEN, REFUSED or WITHDRAWN by a decision; UNKNOWN by a rule of the ledger
 */
public record ConsentsChanged(
    Set<UUID> personIds,
    UUID primaryId,
    Purpose purpose,
    Channel channel,
    ConsentState state,
    Form form,
    Instant at) {

  public ConsentsChanged {
    personIds = Set.copyOf(personIds);
  }
}
