package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/** Whether the ids of a request are the chosen ones, or the ones left out of all. */
@Serdeable
public enum ChoiceMode {
  ONLY,
  ALL_EXCEPT
}
