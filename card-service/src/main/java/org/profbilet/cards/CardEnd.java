package org.profbilet.cards;

import org.jspecify.annotations.Nullable;

/** How a chair ends the life of a copy; a new one may be ordered at once. */
public enum CardEnd {
  LOST(CardStatus.LOST, null),
  WORN(CardStatus.REPLACED, "Карта повреждена"),
  DATA_CHANGED(CardStatus.REPLACED, "Изменились данные на карте"),
  DEFECTIVE(CardStatus.DEFECTIVE, "Брак печати"),
  WITHDRAWN(CardStatus.WITHDRAWN, "Карта сдана");

  private final CardStatus status;
  private final @Nullable String sentence;

  CardEnd(CardStatus status, @Nullable String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  CardStatus status() {
    return status;
  }

  /** What the history says beside the status; null where the status says it all. */
  @Nullable String sentence() {
    return sentence;
  }
}
