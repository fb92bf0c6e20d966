package org.profbilet.memberlists;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An {@link AppliedRow} as its table holds it, with what has happened to the person since. */
@Introspected
record StoredDeed(
    UUID personId,
    String deed,
    @Nullable UUID membershipId,
    @Nullable String before,
    String afterHash,
    String contactIds,
    boolean addressTouched,
    boolean consentTouched) {

  @Override
  public String toString() {
    return "StoredDeed[" + personId + " " + deed + "]";
  }
}
