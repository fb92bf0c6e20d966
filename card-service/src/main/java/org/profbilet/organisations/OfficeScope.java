package org.profbilet.organisations;

import java.util.UUID;

/**
 * Opens officials, documents and plans of organisations to the running transaction. Who may act for
 * an organisation is known to {@code access}, which stands above this package and does it.
 */
public interface OfficeScope {

  /** The rows of this organisation and of those below it, if the caller acts for it. */
  void office(UUID organisationId);
}
