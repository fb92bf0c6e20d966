// What is said when the server itself gave no sentence.
const BY_STATUS = {
  400: 'Сервер не понял запрос. Проверьте, что введено, и повторите.',
  401: 'Вход устарел. Войдите ещё раз.',
  403: 'На это действие у вас нет полномочий.',
  404: 'Не найдено. Возможно, запись изменили или она не в вашей организации.',
  409: 'Данные уже изменились. Обновите страницу и повторите.',
  410: 'Срок вышел. Получите новый код.',
  413: 'Файл слишком большой.',
  415: 'Такой файл не подходит.',
  422: 'Так сделать нельзя. Проверьте, что введено.',
  426: 'Страница устарела. Закройте её и откройте заново.',
  429: 'Слишком много попыток. Подождите немного и повторите.',
  503: 'Сервер временно занят. Повторите через минуту.',
};

/** Title and advice of the server when they are in Russian; else a sentence by status. @param {{title?: string, detail?: string}} body @param {number} status */
export function say(body, status) {
  const sentences = [body.title, body.detail].filter((text) => text && /[а-яё]/i.test(text));
  if (sentences.length === 0) return BY_STATUS[status] ?? 'На сервере что-то пошло не так. Повторите позже.';
  return sentences.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(' ');
}

/** No answer, or an answer that says «not now»: the same request may succeed later. @param {any} failure */
export function mayRepeat(failure) {
  return failure instanceof Error && (failure.name === 'NoConnection' || /** @type {any} */ (failure).status >= 500);
}

/** @param {unknown} failure */
export function sayFailure(failure) {
  return failure instanceof Error && /[а-яё]/i.test(failure.message)
    ? failure.message
    : 'Что-то пошло не так на этой странице. Обновите её и повторите.';
}
