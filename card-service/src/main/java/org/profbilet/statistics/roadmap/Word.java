package org.profbilet.statistics.roadmap;

/**
 * The four words in which territories speak of entering members (seed 002), and a fifth for those
 * that never declared how many there are.
 */
public enum Word {
  /** Внесли всех: every primary entered at least as many as it declared. */
  ALL,
  /** Близки к завершению: 90 % and more. */
  CLOSE,
  /** Слабая работа: fewer. */
  WEAK,
  /** Нет работы: nobody is entered. */
  NONE,
  /** Somebody is entered, and no primary says how many there should be. */
  UNKNOWN;

  public static final int CLOSE_FROM_PERCENT = 90;

  /**
   * @param entered members on record in all the primaries
   * @param enteredOfDeclared of these, the ones in primaries with a declared number
   * @param declared the sum of declared numbers; 0 where there is none
   */
  static Word of(
      int primaries, int primariesEntered, int entered, int enteredOfDeclared, int declared) {
    if (entered == 0) {
      return NONE;
    }
    if (primariesEntered == primaries) {
      return ALL;
    }
    if (declared == 0) {
      return UNKNOWN;
    }
    return 100L * enteredOfDeclared >= (long) CLOSE_FROM_PERCENT * declared ? CLOSE : WEAK;
  }
}
