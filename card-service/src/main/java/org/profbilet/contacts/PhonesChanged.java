package org.profbilet.contacts;

import java.util.Set;
import java.util.UUID;

/**
 * These people of a primary have another phone number than before. Published in the transaction
 * that changed it, with their rows open; a first number is no change.
 */
public record PhonesChanged(UUID primaryId, Set<UUID> personIds) {

  public PhonesChanged {
    personIds = Set.copyOf(personIds);
  }
}
