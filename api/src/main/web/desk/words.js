// Words of the union for the codes of the contract. A code unknown here is shown as it came.
import { html, nothing } from 'lit';
import { plural } from '../shared/plural.js';

export const PURPOSES = {
  UNION_PROCESSING: 'Обработка данных Профсоюзом',
  PARTNER: 'Передача в бонусную программу',
  MESSAGES: 'Сообщения',
};
export const CHANNELS = { SMS: 'СМС', PUSH: 'на телефон', EMAIL: 'почта' };
export const CONSENT_STATES = { UNKNOWN: 'не спрашивали', GIVEN: 'дано', REFUSED: 'отказ', WITHDRAWN: 'отозвано' };

const CARD_STATES = {
  ORDERED: 'Заказана', IN_PRODUCTION: 'В производстве', PRODUCED: 'Изготовлена', SHIPPED: 'Отправлена в регион', RECEIVED_REGION: 'Получена регионом',
  AT_PRIMARY: 'В первичке, к выдаче', ISSUED: 'Выдана', CANCELLED: 'Отменена', DEFECTIVE: 'Брак', LOST_IN_TRANSIT: 'Потеряна в дороге', LOST: 'Утеряна',
  WITHDRAWN: 'Изъята', REPLACED: 'Заменена', ANNULLED: 'Аннулирована',
};
const CARD_TONES = { AT_PRIMARY: 'warn', ISSUED: 'good', DEFECTIVE: 'bad', LOST_IN_TRANSIT: 'bad', LOST: 'bad', ANNULLED: 'bad' };
const ENDED = new Set(['CANCELLED', 'WITHDRAWN', 'REPLACED']);

/** The state of a card in the words of the server. @param {{status?: string | null, statusTitle?: string | null}} card */
export function cardMark({ status, statusTitle }) {
  if (!status) return nothing;
  return html`<span class="mark ${CARD_TONES[status] ?? (ENDED.has(status) ? '' : 'info')}">${statusTitle ?? CARD_STATES[status] ?? status}</span>`;
}

export const ORDER_STATES = {
  DRAFT: ['Черновик', ''],
  ORDERED: ['Ждёт утверждения', 'warn'],
  RETURNED: ['Возвращена', 'bad'],
  APPROVED: ['Утверждена', 'good'],
  CANCELLED: ['Отменена', ''],
  FULFILLED: ['Исполнена', 'good'],
};
export const BATCH_STATES = {
  OPEN: ['Собирается', 'warn'],
  IN_PRODUCTION: ['В производстве', 'info'],
  PRODUCED: ['Изготовлена', 'info'],
  SHIPPED: ['Отправлена', 'info'],
  RECEIVED: ['Получена', 'good'],
  CLOSED: ['Закрыта', ''],
};
/** «Иванова Мария Петровна» from the parts of a name. @param {{lastName: string, firstName: string, middleName?: string | null}} name */
export function fullName({ lastName, firstName, middleName }) {
  return [lastName, firstName, middleName].filter(Boolean).join(' ');
}

export const END_REASONS = {
  TRANSFER: 'Перешёл в другую организацию',
  DISMISSED: 'Уволился',
  GRADUATED: 'Окончил учёбу',
  EXPELLED_STUDENT: 'Отчислен',
  RESIGNED: 'Вышел по заявлению',
  EXCLUDED: 'Исключён',
  DIED: 'Умер',
  LAID_OFF_EXPIRED: 'Сокращён, срок учёта вышел',
  ORG_CLOSED: 'Организация закрыта',
  DUPLICATE: 'Записан дважды',
};

/** What a chair chooses when she takes somebody off record: a move goes by request, a double by merging. */
export const OFF_RECORD = Object.fromEntries(Object.entries(END_REASONS).filter(([code]) => code !== 'TRANSFER' && code !== 'DUPLICATE'));

export const CATEGORIES = {
  WORKING: 'Работает', STUDENT: 'Учится', UNION_STAFF: 'Работает в организации Профсоюза', ON_LEAVE: 'В отпуске, временно не работает',
  LAID_OFF: 'Уволен по сокращению', PENSIONER: 'Пенсионер, не работает',
};
export const SUSPENDED = ['ON_LEAVE', 'LAID_OFF'];
export const ROLES = {
  CHAIR: 'Председатель', DEPUTY: 'Заместитель', COMMITTEE_MEMBER: 'Член профкома', AUDIT_MEMBER: 'Ревизор', COMMISSION_MEMBER: 'Член комиссии',
  GROUP_ORGANISER: 'Профгрупорг', BUREAU_CHAIR: 'Председатель профбюро', TREASURER: 'Казначей', AIS_OFFICER: 'Ответственный за АИС',
};

const TASKS = {
  ANSWER_REQUESTS: { href: '#transfers', name: (count) => `${plural(count, 'person')} просят отпустить`, note: 'Ответить другой первичке' },
  TAKE_OVER: { href: '#transfers', name: (count) => `Принять ${plural(count, 'person')}`, note: 'Их первичка закрыта' },
  ANSWER_CORRECTIONS: { href: '#corrections', name: (count) => `${plural(count, 'correction')} от членов Профсоюза`, note: 'Принять или отклонить' },
  LOAD_LIST: { href: '#load', name: () => 'Загрузить список членов', note: 'Из Excel, LibreOffice или CSV', hideCount: true },
  ERASE_DATA: { href: '#erasures', name: (count) => `Уничтожить данные: ${plural(count, 'person')}`, note: 'Согласие отозвано, срок — 30 дней' },
  RECORD_CONSENTS: { href: '#consents', name: (count) => `${plural(count, 'person')} без согласия`, note: 'Распечатать бланки и отметить подписанные' },
  ORDER_CARDS: { href: '#order', name: (count) => `Заказать ${plural(count, 'ticket')}`, note: 'Согласие есть, билета ещё нет' },
  ISSUE_CARDS: { href: '#hand-out', name: (count) => `Выдать ${plural(count, 'ticket')}`, note: 'Уже у вас, отметьте выданные' },
  ORDER_RETURNED: { href: '#order', name: () => 'Заявку вернули', note: 'Посмотрите, что исправить' },
  FIX_ROWS: { href: '#load', name: (count) => `${plural(count, 'row')} не загрузились`, note: 'Исправьте и загрузите снова' },
};

/** @param {{code: string, count: number}} task */
export function taskWords({ code, count }) {
  const task = TASKS[code];
  if (!task) return { href: '#', name: code, note: '', count };
  return { href: task.href, name: task.name(count), note: task.note, count: task.hideCount ? null : count };
}
