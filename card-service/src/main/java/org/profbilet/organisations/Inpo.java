package org.profbilet.organisations;

/**
 * ИНПО, the number of an organisation, allotted from above. Opaque: the tree is never read from it.
 */
public record Inpo(String value) {
  public Inpo {
    if (value.isBlank() || value.length() > 20) {
      throw new IllegalArgumentException("an ИНПО has 1 to 20 characters");
    }
  }
}
