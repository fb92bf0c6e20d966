// Why messages did not arrive, for people who can do something about it.
export const CHANNELS = { PUSH: 'Уведомления на телефон', EMAIL: 'Письма', SMS: 'СМС' };
export const STATES = {
  DEAD: 'Не приняты',
  UNCERTAIN: 'Неизвестно, дошли ли',
  BOUNCED: 'Вернулись',
};

/** The reason and what to do. @param {string} error the code of the last attempt */
export function why(error) {
  if (/^SMTP_5\d\d_5\.7/.test(error)) return 'Почтовый сервер считает письма нежелательными. Проверьте подпись DKIM и записи SPF и DMARC.';
  if (/5\.2\.2/.test(error)) return 'Почтовые ящики переполнены.';
  if (/^SMTP_5\d\d(_5\.1|_5\.4|$)|^SMPP_0xb$|UNREGISTERED|HTTP_4(04|10)/.test(error)) return 'Таких адресов больше нет. Попросите первички уточнить контакты.';
  if (/^(NO_ANSWER|LINE_BROKEN|LIMIT|SENDER_DIED|PART_OF_IT_SENT|UNEXPECTED|UNKNOWN)/.test(error)) return 'Оператор не подтвердил приём: связь прервалась. Спросите у оператора, дошли ли.';
  if (/^(TOO_LONG|NOT_WRITABLE)/.test(error)) return 'Адрес или текст записан с ошибкой.';
  return 'Оператор не принял сообщения. Узнайте у него, что значит код.';
}
