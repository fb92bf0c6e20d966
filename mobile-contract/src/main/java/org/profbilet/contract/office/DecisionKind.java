package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/** What an elected body decides about an organisation below it. */
@Serdeable
public enum DecisionKind {
  LIQUIDATION_BEGUN,
  EXCLUDED,
  MERGED,
  MOVED,
  RESTORED
}
