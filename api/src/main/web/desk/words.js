// Words of the union for the codes of the contract. A code unknown here is shown as it came.
import { plural } from '../shared/plural.js';

export const PURPOSES = {
  UNION_PROCESSING: 'Обработка данных Профсоюзом',
  PARTNER: 'Передача в бонусную программу',
  MESSAGES: 'Сообщения',
};
export const CHANNELS = { SMS: 'СМС', PUSH: 'на телефон', EMAIL: 'почта' };
export const CONSENT_STATES = { UNKNOWN: 'не спрашивали', GIVEN: 'дано', REFUSED: 'отказ', WITHDRAWN: 'отозвано' };

export const CARD_STATES = {
  ORDERED: ['Заказан', 'info'],
  IN_PRODUCTION: ['В производстве', 'info'],
  PRODUCED: ['Изготовлен', 'info'],
  SHIPPED: ['Отправлен в регион', 'info'],
  RECEIVED_REGION: ['Получен регионом', 'info'],
  AT_PRIMARY: ['В первичке, к выдаче', 'warn'],
  ISSUED: ['Выдан', 'good'],
  CANCELLED: ['Отменён', ''],
  DEFECTIVE: ['Брак', 'bad'],
  LOST_IN_TRANSIT: ['Потерян в дороге', 'bad'],
  LOST: ['Утерян', 'bad'],
  WITHDRAWN: ['Изъят', ''],
  REPLACED: ['Заменён', ''],
  ANNULLED: ['Аннулирован', 'bad'],
};
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
export const NOT_ELIGIBLE = {
  NO_CONSENT: 'нет согласия на обработку данных',
  CONSENT_MISSING: 'нет согласия на обработку данных',
  NOT_ACTIVE: 'членство не действует',
  MEMBERSHIP_NOT_ACTIVE: 'членство не действует',
  HAS_LIVE_CARD: 'билет уже есть или заказан',
  LIVE_CARD: 'билет уже есть или заказан',
  CONTRADICTORY_DATA: 'данные надо проверить',
};

const TASKS = {
  LOAD_LIST: { href: '#load', name: () => 'Загрузить список членов', note: 'Из Excel, LibreOffice или CSV', hideCount: true },
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
