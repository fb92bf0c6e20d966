package org.profbilet.audit;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** An entry of the audit with which something is wrong. */
@Introspected
public record Tampering(UUID entryId, Trouble trouble) {

  /** What was done to it. */
  public enum Trouble {
    /** It does not say any more what was sealed. */
    CHANGED,
    /** It was sealed, or waited for it, and is gone. */
    REMOVED,
    /** It came past the way that gives every entry its seal. */
    SLIPPED_IN,
    /** The seal before its own is gone. */
    SEAL_REMOVED
  }
}
