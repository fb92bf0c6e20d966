package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/** What personal data may be used for; MESSAGES is decided for every channel. */
@Serdeable
public enum ConsentPurpose {
  UNION_PROCESSING,
  PARTNER,
  MESSAGES
}
