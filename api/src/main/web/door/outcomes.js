import { time } from '../shared/dates.js';
import { RULES } from './rules.js';

// One table of what the volunteer sees: colour, word, sign, sound. Every code of the contract has a sentence.
export const OUTCOMES = {
  ADMITTED: { colour: 'green', sign: '✔', word: 'Проходите', sound: 'high', vibrate: [80] },
  DUPLICATE: { colour: 'blue', sign: '↺', word: 'Вход уже отмечен', sound: 'double', vibrate: [60, 80, 60] },
  EXITED: { colour: 'white', sign: '→', word: 'Выход отмечен', sound: 'high', vibrate: [80] },
  INCOMPLETE: { colour: 'yellow', sign: '?', word: 'Нужен ответ', sound: 'double', vibrate: [60, 80, 60] },
  REFUSED: { colour: 'red', sign: '✖', word: 'Не пропускать', sound: 'long', vibrate: [400] },
  NOT_DECIDED: { colour: 'grey', sign: '?', word: 'Нет ответа', sound: 'double', vibrate: [60, 80, 60] },
};

// [word over the outcome's own, what to do]
const REASONS = {
  ADMITTED: ['', ''],
  EXITED: ['', ''],
  ADMITTED_AGAIN: ['Проходите', 'Повторный вход.'],
  ADMITTED_PROVISIONAL: ['Проходите', 'Отмечено без связи. Проверим, когда она появится.'],
  ALREADY_PRESENT: ['', ''],
  REENTRY_FORBIDDEN: ['Повторный вход закрыт', 'Позовите старшего.'],
  CREDENTIAL_UNKNOWN: ['Билет не найден', 'Попросите другой билет или позовите старшего.'],
  CREDENTIAL_MALFORMED: ['Это не билет Профсоюза', 'Попросите показать код билета.'],
  CREDENTIAL_BAD_SIGNATURE: ['Код не подлинный', 'Попросите карту или позовите старшего.'],
  CREDENTIAL_NOT_YET_VALID: ['Билет ещё не действует', 'Проверьте часы на телефоне.'],
  CREDENTIAL_EXPIRED: ['Код старый', 'Попросите обновить экран. Если не помогло — открыть билет при включённом интернете.'],
  CREDENTIAL_REPLAYED: ['Код уже использован', 'Попросите показать код на своём телефоне.'],
  CARD_NOT_ASSIGNED: ['Карта ничья', 'Позовите старшего.'],
  CARD_IN_USE: ['Карта занята', 'Возьмите другую.'],
  CARD_NOT_ISSUED: ['Карта не выдана', 'Председатель может выдать её прямо здесь. Потом отсканируйте снова.'],
  CARD_REVOKED: ['Карта отменена', 'Попросите новую карту или билет на телефоне.'],
  CARD_BLOCKED: ['Карта заблокирована', 'Позовите старшего.'],
  MEMBERSHIP_ENDED: ['Учёт прекращён', 'Позовите старшего.'],
  MEMBERSHIP_SUSPENDED: ['Членство приостановлено', 'Позовите старшего.'],
  MEMBERSHIP_PENDING: ['Ещё не принят в Профсоюз', 'Позовите старшего.'],
  NOT_INVITED: ['Нет в списке', 'Билет настоящий, но человека нет в списке. Позовите старшего.'],
  WRONG_LIST: ['Другой список', ''],
  WRONG_EVENT: ['Код для другого мероприятия', 'Попросите показать код заново.'],
  WRONG_DOOR: ['Другой вход', ''],
  GO_TO_DOOR: ['Другой вход', ''],
  MANDATE_NOT_CONFIRMED: ['Мандат не подтверждён', 'Направьте в мандатную комиссию.'],
  MANDATE_WITHDRAWN: ['Мандат отозван', 'Направьте в мандатную комиссию.'],
  MANDATE_REPLACED: ['Делегат заменён', 'Направьте в мандатную комиссию.'],
  ALTERNATE_NOT_ACTIVATED: ['Запасной делегат', 'Направьте в мандатную комиссию.'],
  OUTSIDE_WINDOW: ['Не то время', 'Вход сейчас закрыт.'],
  RULE_FAILED: ['Не проходит по правилам', 'Позовите старшего.'],
  AMBIGUOUS: ['Нужно выбрать', 'Позовите старшего.'],
  QUESTIONS_REQUIRED: ['Нужен ответ', 'Позовите старшего.'],
  LIST_CLOSED: ['Список закрыт', 'Регистрация окончена.'],
  EVENT_CANCELLED: ['Мероприятие отменено', ''],
  NO_BUNDLE: ['Список не скачан', 'Отметьте на бумаге и скачайте список.'],
  BUNDLE_EXPIRED: ['Список устарел', 'Подключитесь к интернету или отметьте на бумаге.'],
  LIST_TOO_OLD: ['Список устарел', 'Подключитесь к интернету или отметьте на бумаге.'],
  NOT_DECIDED_OFFLINE: ['Без связи не узнать', 'Отметьте на бумаге или позовите старшего.'],
  CLOCK_UNTRUSTED: ['Часы сбились', 'Проверьте время на этом телефоне.'],
  DEVICE_PROOF_MISSING: ['Сверьте документ', 'Номер называет человека, но не доказывает, что это он.'],
};
// What only the server knows the words of, and what a device alone can name.
const SPOKEN = new Set(['WRONG_LIST', 'WRONG_DOOR', 'GO_TO_DOOR', 'RULE_FAILED']);
const PLACES = new Set(['WRONG_LIST', 'WRONG_DOOR', 'GO_TO_DOOR']);
const YELLOW = new Set(['CREDENTIAL_EXPIRED', 'CREDENTIAL_NOT_YET_VALID', 'CREDENTIAL_REPLAYED', 'DEVICE_PROOF_MISSING']);

/**
 * The answer for the whole screen.
 * @param {{outcome: string, reason: string, message?: string, person?: {shortName?: string}, first?: {at: string, door?: string}, byThisDevice?: boolean, attention?: boolean, detail?: string}} decision
 * @param {{zone?: string, opensAt?: string, closesAt?: string}} [list]
 */
export function shownAnswer(decision, list = {}) {
  const own = OUTCOMES[decision.outcome] ?? OUTCOMES.NOT_DECIDED;
  const [word, advice] = REASONS[decision.reason] ?? ['', decision.message ?? ''];
  const isRepeatOfOwn = decision.outcome === 'DUPLICATE' && decision.byThisDevice;
  // Blue as every second scan, but in a calm tone: nobody did anything wrong.
  const base = isRepeatOfOwn ? { ...own, sound: OUTCOMES.ADMITTED.sound, vibrate: OUTCOMES.ADMITTED.vibrate } : own;
  return {
    ...base,
    ...(decision.outcome === 'REFUSED' && YELLOW.has(decision.reason) ? { colour: 'yellow', sign: '!' } : {}),
    word: isRepeatOfOwn ? 'Уже отмечено вами' : word || own.word,
    name: decision.person?.shortName ?? '',
    note: note(decision, advice, list),
    attention: Boolean(decision.attention),
  };
}

function note({ outcome, reason, first, message, detail }, advice, { zone, opensAt, closesAt }) {
  if (outcome === 'DUPLICATE') return first ? `Первый раз в ${[time(first.at, zone), first.door].filter(Boolean).join(', ')}` : '';
  if (reason === 'OUTSIDE_WINDOW' && opensAt) return `Вход открыт с ${time(opensAt, zone)} до ${time(closesAt, zone)}.`;
  if (SPOKEN.has(reason) && message) return `${message}.`;
  if (reason === 'RULE_FAILED') return `${RULES[detail] ?? 'Не проходит по правилам'}. Позовите старшего.`;
  if (PLACES.has(reason)) return detail ? `Направьте: ${detail}.` : 'Направьте к нужному входу.';
  return advice;
}
