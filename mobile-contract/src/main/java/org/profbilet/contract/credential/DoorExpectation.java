package org.profbilet.contract.credential;

import java.util.Set;

/**
 * What a door accepts.
 *
 * @param kinds credentials that are shown here
 * @param event number of the event; a proof for {@link HolderProof#ANY_EVENT} is accepted too
 * @param nonces own questions younger than 120 s, base64url; empty when the door asks none
 */
public record DoorExpectation(Set<CredentialKind> kinds, long event, Set<String> nonces) {

  public DoorExpectation {
    kinds = Set.copyOf(kinds);
    nonces = Set.copyOf(nonces);
  }

  /** A door of this event that shows no question. */
  public static DoorExpectation ofEvent(long event) {
    return new DoorExpectation(Set.of(CredentialKind.DOOR), event, Set.of());
  }

  boolean accepts(HolderProof proof) {
    return proof.event() == HolderProof.ANY_EVENT || proof.event() == event;
  }
}
