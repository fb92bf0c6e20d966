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
