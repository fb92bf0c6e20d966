package org.profbilet.cards;

/** Money of the Union: whole kopecks. */
public record Kopecks(long amount) {

  public Kopecks {
    if (amount < 0) {
      throw new IllegalArgumentException("a price or a sum is not negative");
    }
  }

  Kopecks times(int count) {
    return new Kopecks(Math.multiplyExact(amount, count));
  }
}
