package org.profbilet.contract.problem;

/**
 * The catalogue of errors. The name is a promise to phones: it never changes its meaning and is
 * never removed; new ones may come, so a client shows the title of one that it does not know.
 */
public enum ProblemType {
  VALIDATION(400, "Запрос заполнен неверно"),
  UNAUTHENTICATED(401, "Войдите заново"),
  SIGN_IN_REFUSED(401, "Логин или пароль не подходит"),
  PASSWORD_CHANGE_REQUIRED(403, "Сначала смените пароль, который вам выдали"),
  FORBIDDEN(403, "На это действие у вас нет прав"),
  NOT_FOUND(404, "Не найдено"),
  METHOD_NOT_ALLOWED(405, "Такого действия здесь нет"),
  IDEMPOTENCY_MISMATCH(409, "Этот ключ запроса уже использован для другого запроса"),
  CONFLICT(409, "Данные только что изменил кто-то другой. Обновите страницу и повторите"),
  TOO_LARGE(413, "Файл или запрос слишком велик"),
  UNSUPPORTED_MEDIA_TYPE(415, "Такой вид данных здесь не принимают"),
  LOGIN_LOCKED(429, "Слишком много неверных паролей. Вход закрыт на 15 минут"),
  RATE_LIMITED(429, "Слишком много запросов. Подождите немного"),
  CURRENT_PASSWORD_WRONG(422, "Нынешний пароль не подходит"),
  NEW_PASSWORD_TOO_SHORT(422, "Новый пароль короче 10 знаков"),
  NEW_PASSWORD_SAME(422, "Новый пароль такой же, как нынешний"),
  CONSENT_CHANNELS_WRONG(422, "Для сообщений отметьте хотя бы один способ: СМС, PUSH или почту"),
  CONSENT_DATE_IN_FUTURE(422, "Дата на бумаге ещё не наступила"),
  CONSENT_TEXT_UNKNOWN(422, "На эту дату такого согласия ещё не было. Проверьте дату на бумаге"),
  CONSENT_NOBODY_CHOSEN(422, "Отмечать некого: все, кого вы не исключили, уже решили"),
  CONSENT_WITHDRAWN_LATER(409, "Член Профсоюза отозвал согласие позже даты на этой бумаге"),
  CONSENT_NOT_IN_FORCE(409, "Отзывать нечего: такое согласие не действует"),
  CONSENT_DATE_BEFORE_CONSENT(422, "Отзыв не может быть раньше самого согласия. Проверьте дату"),
  ORDER_NOBODY_CHOSEN(422, "Заказывать не для кого: ни один из выбранных не может получить билет"),
  ORDER_PERSON_NOT_ELIGIBLE(409, "Не всем выбранным можно заказать билет. Обновите список"),
  ORDER_NOT_WAITING(409, "Эта заявка уже согласована или возвращена"),
  ORDER_NOT_RECEIVED(409, "Передать билеты можно, когда регион получил их тираж"),
  ORDER_ALREADY_HANDED_OVER(409, "Билеты этой заявки уже переданы первичной организации"),
  BATCH_NOTHING_APPROVED(409, "В этом регионе нет согласованных заявок без тиража"),
  BATCH_WRONG_STEP(409, "Тираж сейчас на другом шаге. Обновите страницу"),
  CARD_NOT_DELIVERED(409, "Этот билет ещё не передан в первичную организацию"),
  CARD_ALREADY_ISSUED(409, "Этот билет уже выдан"),
  CARD_ENDED(409, "Этот билет больше не действует"),
  CARD_ISSUE_DATE_WRONG(422, "Дата выдачи не может быть в будущем или раньше заявки"),
  CARD_NOTHING_TO_ISSUE(422, "Выдавать нечего: ни один билет не ждёт выдачи"),
  ACTIVATION_REFUSED(
      422, "Билет не открылся. Проверьте дату рождения и код или попросите новый листок"),
  TICKET_NOT_A_MEMBER(409, "Этот человек сейчас не состоит на учёте"),
  TICKET_NO_CONSENT(409, "Нет действующего согласия на обработку персональных данных"),
  DEVICE_REVOKED(401, "Этот телефон больше не принимают. Нужен новый листок или приглашение"),
  MEETING_WINDOW_WRONG(
      422, "Вход должен закрываться позже, чем открывается, и не позже чем через 31 день"),
  MEETING_ZONE_UNKNOWN(422, "Такого часового пояса нет"),
  MEETING_NOBODY_INVITED(422, "Отметьте, кого вы приглашаете"),
  MEETING_LIST_NOT_EXPECTED(422, "На открытое собрание приходят все: список не нужен"),
  MEETING_INVITED_NOT_YOURS(
      422, "В списке есть люди, которые не стоят у вас на учёте. Обновите список"),
  INVITE_UNKNOWN(404, "Такого приглашения нет. Попросите показать код ещё раз"),
  INVITE_USED(410, "Это приглашение уже использовал другой телефон. Попросите новое"),
  INVITE_EXPIRED(410, "Приглашение устарело. Попросите новое"),
  DEVICE_PROOF_REFUSED(401, "Телефон не подтвердил себя. Проверьте на нём время и повторите"),
  FORBIDDEN_LIST(403, "Этот телефон подключён к другому мероприятию"),
  INTERNAL(500, "Ошибка на сервере. Мы уже записали её; повторите позже"),
  UNAVAILABLE(503, "Сервер занят. Повторите через минуту");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** A Russian sentence for a person. */
  public String title() {
    return title;
  }
}
