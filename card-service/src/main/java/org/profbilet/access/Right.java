package org.profbilet.access;

import static org.profbilet.organisations.Level.CENTRAL;
import static org.profbilet.organisations.Level.LOCAL;
import static org.profbilet.organisations.Level.PRIMARY;
import static org.profbilet.organisations.Level.REGIONAL;

import java.util.EnumSet;
import java.util.Set;
import org.profbilet.organisations.Level;

/**
 * The table of rights: which level may do what, and how far it reaches. Whatever is not here nobody
 * may. {@link Access#allow} is the one place that asks it; {@code card-service/README.md} shows it,
 * and a specification compares the two.
 *
 * <p>Lists of members do not travel upwards: above a primary there are counts, unless the primary
 * delegated its work ({@link Role#DELEGATE}) or a reason was stated ({@link #READ_BY_REASON}).
 */
public enum Right {
  KEEP_MEMBERS("Учёт членов: список, карточка, загрузка, снятие с учёта", Reach.OWN, PRIMARY),
  KEEP_CONSENTS("Согласия: печать, отметка, отзыв на бумаге", Reach.OWN, PRIMARY),
  ORDER_CARDS("Заявка на билеты, выдача, утрата", Reach.OWN, PRIMARY),
  PRINT_SLIPS("Листок для телефона, отключение телефонов", Reach.OWN, PRIMARY),
  HOLD_MEETINGS("Мероприятия и вход на них", Reach.OWN, PRIMARY, LOCAL, REGIONAL, CENTRAL),
  DELEGATE_WORK("Поручить ведение учёта вышестоящей организации", Reach.OWN, PRIMARY),
  SEE_REGISTER(
      "Реестр организаций и кто в них работает", Reach.OWN_AND_BELOW, LOCAL, REGIONAL, CENTRAL),
  KEEP_REGISTER(
      "Реестр: предложить организацию, присвоить ИНПО, исключить, объединить, переподчинить",
      Reach.OWN_AND_BELOW,
      LOCAL,
      REGIONAL,
      CENTRAL),
  LOAD_REGISTER("Реестр из Excel, сроки шагов дорожной карты", Reach.OWN, LOCAL, REGIONAL, CENTRAL),
  READ_PASSPORT(
      "Паспорт организации: смотреть", Reach.OWN_AND_BELOW, PRIMARY, LOCAL, REGIONAL, CENTRAL),
  KEEP_PASSPORT("Паспорт организации: вести", Reach.OWN, PRIMARY, LOCAL, REGIONAL, CENTRAL),
  KEEP_CONSENT_TEXTS("Тексты согласий", Reach.OWN, CENTRAL),
  SETTLE_ORDERS(
      "Заявки на билеты: согласовать, вернуть, передать", Reach.OWN, LOCAL, REGIONAL, CENTRAL),
  SEE_BATCHES("Партии: видеть, получить", Reach.OWN, LOCAL, REGIONAL, CENTRAL),
  APPOINT(
      "Полномочия: назначить, завершить, сменить председателя",
      Reach.BELOW_AND_OWN_BY_CHAIR,
      LOCAL,
      REGIONAL,
      CENTRAL),
  RESET_SECOND_FACTOR(
      "Второй шаг входа: начать заново, если телефон и коды потеряны",
      Reach.OWN_AND_BELOW,
      REGIONAL,
      CENTRAL),
  READ_BY_REASON(
      "Записи одной первички по указанной причине", Reach.BELOW, LOCAL, REGIONAL, CENTRAL);

  /** Whose things a right reaches, seen from the organisation of the appointment. */
  public enum Reach {
    OWN("своей"),
    OWN_AND_BELOW("своей и нижестоящих"),

    /** An officer hands out nothing to those beside her: she could become her own chair. */
    BELOW_AND_OWN_BY_CHAIR("нижестоящих; своей — председатель"),
    BELOW("нижестоящих");

    private final String title;

    Reach(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private final String title;
  private final Reach reach;
  private final Set<Level> levels;

  Right(String title, Reach reach, Level first, Level... others) {
    this.title = title;
    this.reach = reach;
    this.levels = EnumSet.of(first, others);
  }

  /** What it is, in Russian. */
  public String title() {
    return title;
  }

  public Reach reach() {
    return reach;
  }

  /** Whether somebody acting so has the right at all; how far it reaches is another question. */
  public boolean isOf(Level level, Role role) {
    return levels.contains(level)
        && switch (role) {
          case CHAIR, OFFICER -> true;
          case DELEGATE -> this != DELEGATE_WORK;
          case READER -> false;
        };
  }
}
