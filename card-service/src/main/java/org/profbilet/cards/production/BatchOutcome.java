package org.profbilet.cards.production;

/** A step of a batch: made, or refused. */
public sealed interface BatchOutcome {

  record Done(Batch batch) implements BatchOutcome {}

  record Refused(Reason reason) implements BatchOutcome {}

  /** Why the step was not made; each with a sentence for a person. */
  enum Reason {
    NOTHING_APPROVED("В этом регионе нет согласованных заявок, которые ждут партии"),
    WRONG_STEP("Партия сейчас на другом шаге. Обновите страницу"),
    COPY_UNKNOWN("Среди названных номеров есть чужие. Номер напечатан на карте: 0000000018-00001"),
    COUNT_DIFFERS("Счёт не сходится. Назовите номер каждой карты, которой нет"),
    KEY_OF_ANOTHER_REQUEST("Этот ключ запроса уже использован для другого запроса");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }
}
