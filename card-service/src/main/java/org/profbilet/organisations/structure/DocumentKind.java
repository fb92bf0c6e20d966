package org.profbilet.organisations.structure;

/** What a document of an organisation is. */
public enum DocumentKind {
  PROTOCOL,
  EXTRACT,
  COLLECTIVE_AGREEMENT,
  CHARTER,
  OTHER
}
