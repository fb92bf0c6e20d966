package org.profbilet.contacts;

/** What sort of address it is. */
public enum ContactKind {
  PHONE,
  EMAIL
}
