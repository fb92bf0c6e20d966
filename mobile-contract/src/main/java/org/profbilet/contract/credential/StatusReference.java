package org.profbilet.contract.credential;

/**
 * Where the state of a credential is written: an entry of a Token Status List.
 *
 * @param list number of the list, unsigned 16 bits
 * @param index entry in the list, 0 to 1 048 575
 */
public record StatusReference(int list, int index) {

  /** Entries of one list. */
  public static final int LIST_SIZE = 1 << 20;

  public StatusReference {
    if (list < 0 || list > 0xFFFF) {
      throw new IllegalArgumentException("a status list number is an unsigned 16-bit number");
    }
    if (index < 0 || index >= LIST_SIZE) {
      throw new IllegalArgumentException("a status index is below 1 048 576");
    }
  }
}
