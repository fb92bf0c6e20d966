package org.profbilet.cards;

import java.util.List;
import java.util.UUID;

/** A step of cards at the primary: all of the request, or none. */
public sealed interface CardOutcome {

  record Done(List<UUID> cardIds) implements CardOutcome {
    public Done {
      cardIds = List.copyOf(cardIds);
    }
  }

  record Refused(Reason reason) implements CardOutcome {}

  /** Why nothing was changed; each with a sentence for a person. */
  enum Reason {
    UNKNOWN_CARD("Такого билета в этой первичной организации нет"),
    NOT_DELIVERED("Этот билет ещё не передан в первичную организацию"),
    ALREADY_ISSUED("Этот билет уже выдан"),
    CARD_ENDED("Этот билет больше не действует"),
    ISSUE_DATE_WRONG("Дата выдачи не может быть в будущем или раньше заявки"),
    NOTHING_TO_ISSUE("Выдавать нечего: ни один билет не ждёт выдачи"),
    CODE_UNKNOWN("Это не код профсоюзного билета"),
    NOT_A_MEMBER("Этот человек снят с учёта: билет не выдают, отметьте его сданным"),
    TOO_LATE_TO_UNDO("Снять отметку о выдаче можно только в первые 15 минут"),
    HAS_CARD("У этого человека билет уже на руках"),
    NO_CONSENT("Нет согласия на обработку персональных данных: сначала отметьте его");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }
}
