package org.profbilet.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Tells on whose behalf the running work is done; the HTTP module knows, jobs and doors have none.
 */
public interface CallingAccount {

  /** The account of staff that sent the running request, or empty outside of one. */
  Optional<UUID> find();
}
