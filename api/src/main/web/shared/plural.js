// Russian has three forms: 1 билет, 2 билета, 5 билетов; 11 билетов, 21 билет.
const rules = new Intl.PluralRules('ru');
const WORDS = {
  person: ['человек', 'человека', 'человек'],
  ticket: ['билет', 'билета', 'билетов'],
  consent: ['согласие', 'согласия', 'согласий'],
  row: ['строка', 'строки', 'строк'],
  error: ['ошибка', 'ошибки', 'ошибок'],
  warning: ['предупреждение', 'предупреждения', 'предупреждений'],
  form: ['бланк', 'бланка', 'бланков'],
  scan: ['отметка', 'отметки', 'отметок'],
  order: ['заявка', 'заявки', 'заявок'],
  batch: ['партия', 'партии', 'партий'],
  primary: ['первичка', 'первички', 'первичек'],
  device: ['телефон', 'телефона', 'телефонов'],
  second: ['секунду', 'секунды', 'секунд'],
  minute: ['минуту', 'минуты', 'минут'],
  try: ['попытка', 'попытки', 'попыток'],
  correction: ['исправление', 'исправления', 'исправлений'],
  message: ['сообщение', 'сообщения', 'сообщений'],
  day: ['день', 'дня', 'дней'],
};
const FORM = { one: 0, few: 1, many: 2, other: 1 };

/** @param {number} count @param {keyof typeof WORDS} word */
export function form(count, word) {
  return WORDS[word][FORM[rules.select(Math.abs(count))]];
}

/** «37 билетов» with a space that does not break. @param {number} count @param {keyof typeof WORDS} word */
export function plural(count, word) {
  return `${grouped(count)}\u00a0${form(count, word)}`;
}

/** 8554 → «8 554». @param {number} count */
export function grouped(count) {
  return new Intl.NumberFormat('ru').format(count);
}

/** Kopecks → «629,00 ₽». @param {number} kopecks */
export function roubles(kopecks) {
  return new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' }).format(kopecks / 100);
}
