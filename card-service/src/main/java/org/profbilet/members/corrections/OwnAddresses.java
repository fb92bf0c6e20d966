package org.profbilet.members.corrections;

import java.util.Optional;
import java.util.UUID;

/**
 * Phone and e-mail of a member. They are kept by {@code contacts}, which stands above this package;
 * the caller has opened her rows.
 */
public interface OwnAddresses {

  /**
   * @param field PHONE or EMAIL
   */
  Optional<String> find(UUID primaryId, UUID personId, CorrectedField field);

  /** The address as it is kept, or empty where the text is none. */
  Optional<String> read(CorrectedField field, String text);

  /** A new phone makes the consent to SMS void: it was given for the old one. */
  void change(UUID primaryId, UUID personId, CorrectedField field, String value);
}
