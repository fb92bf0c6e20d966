// What a campaign, its audience and its messages are called.
import { OPTIONS } from './organisation-words.js';

export const STATES = {
  DRAFT: ['черновик', ''], WAITING: ['ждёт утверждения', 'warn'], RUNNING: ['отправляется', 'info'],
  PAUSED: ['на паузе', 'warn'], CANCELLED: ['отменена', 'bad'], DONE: ['отправлена', 'good'],
};
export const CATEGORIES = { INFO: 'Информация для членов Профсоюза', AD: 'Реклама' };
export const CHANNELS = { PUSH: 'Уведомление на телефон', EMAIL: 'Письмо', SMS: 'СМС' };
export const WAYS = { PUSH: 'уведомлением на телефон', EMAIL: 'письмом', SMS: 'в СМС' };
export const AUDIENCE = {
  kinds: ['Где работают или учатся', OPTIONS.INSTITUTION_KIND],
  categories: ['Кто', { WORKING: 'работают', STUDENT: 'учатся', UNION_STAFF: 'работники Профсоюза', ON_LEAVE: 'в отпуске', LAID_OFF: 'уволены по сокращению', PENSIONER: 'пенсионеры' }],
  cards: ['Пластиковый билет', { NONE: 'не заказан', UNDER_WAY: 'в пути', AT_PRIMARY: 'ждёт выдачи', ISSUED: 'на руках' }],
  roles: ['Актив', { CHAIR: 'председатели', DEPUTY: 'заместители', COMMITTEE_MEMBER: 'члены профкома', AUDIT_MEMBER: 'ревизоры', COMMISSION_MEMBER: 'члены комиссий', GROUP_ORGANISER: 'профгрупорги', BUREAU_CHAIR: 'председатели профбюро', TREASURER: 'казначеи', AIS_OFFICER: 'ответственные за учёт' }],
};
export const LANGUAGES = { RU: 'читают по-русски', EN: 'читают по-английски' };

const REASONS = {
  NO_CONSENT: 'нет согласия', REFUSED: 'отказались', WITHDRAWN: 'отозвали согласие', MUTED: 'не хотят рассылок', ADS_REFUSED: 'не хотят рекламы', ADS_NOT_COVERED: 'согласились без рекламы', NO_ADDRESS: 'нет адреса',
  ADDRESS_DEAD: 'адрес не работает', ADDRESS_NOT_VERIFIED: 'адрес не подтверждён', SAME_ADDRESS: 'тот же адрес у другого', NO_ROUTE: 'способ не подключён',
  MEMBERSHIP_ENDED: 'сняты с учёта', EXPIRED: 'не успели за три дня', CANCELLED: 'рассылку отменили',
};
const PROGRESS = {
  PENDING: 'ждут отправки', CLAIMED: 'отправляются', ACCEPTED: 'отправлено', DELIVERED: 'доставлено',
  BOUNCED: 'вернулось', UNCERTAIN: 'неизвестно, дошло ли', DEAD: 'не принято',
};

/** @param {string} reason */
export const reasonWords = (reason) => REASONS[reason] ?? reason;
/** @param {{state: string, reason: string | null}} line */
export const progressWords = ({ state, reason }) => (reason ? reasonWords(reason) : PROGRESS[state] ?? state);

/** «учатся; билет ждёт выдачи», or nothing where nothing narrows. @param {any} audience */
export function audienceWords(audience) {
  const narrowed = Object.entries(AUDIENCE).filter(([name]) => audience[name].length)
    .map(([name, [title, words]]) => `${title.toLowerCase()}: ${audience[name].map((code) => words[code] ?? code).join(', ')}`);
  if (audience.language) narrowed.push(LANGUAGES[audience.language]);
  return narrowed.join('; ');
}
