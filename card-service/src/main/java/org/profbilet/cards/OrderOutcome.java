package org.profbilet.cards;

/** A step of an order: made, or refused. */
public sealed interface OrderOutcome {

  record Done(CardOrder order) implements OrderOutcome {}

  record Refused(Reason reason) implements OrderOutcome {}

  /** Why the step was not made; each with a sentence for a person. */
  enum Reason {
    NOT_WAITING("Эта заявка уже согласована или возвращена"),
    NOT_RECEIVED("Передать билеты можно, когда регион получил их партию"),
    ALREADY_HANDED_OVER("Билеты этой заявки уже переданы первичной организации"),
    COPY_UNKNOWN("Среди названных номеров есть чужие. Номер напечатан на карте: 0000000018-00001"),
    COUNT_DIFFERS("Счёт не сходится. Назовите номер каждой карты, которой нет");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }
}
