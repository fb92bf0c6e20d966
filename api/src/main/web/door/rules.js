// Rules, questions and hours of a list, by the same arithmetic as the server's. Days and hours are those of the meeting's own zone.

/** The clock on the wall at a moment, as «2026-11-20T10:05»: two of them are compared as texts. @param {number} moment @param {string} zone */
export function wall(moment, zone) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(moment);
  const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

const dayOf = (moment, zone) => wall(moment, zone).slice(0, 10);

/** Whether two moments are on one day. @param {number} one @param {number} other @param {string} zone */
export function isSameDay(one, other, zone) {
  return dayOf(one, zone) === dayOf(other, zone);
}

/** The last time, by the clock on the wall, that it was this hour. */
function lastTime(hour, now, zone) {
  const at = wall(now, zone);
  const today = `${at.slice(0, 10)}T${hour}:00`;
  if (today <= at) return today;
  const before = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return `${before.toISOString().slice(0, 10)}T${hour}:00`;
}

/** Whether the list has emptied since somebody came. @param {{zone: string, settings: any}} list @param {number} came @param {number} now */
export function isSentHome({ zone, settings }, came, now) {
  return Boolean(settings.exitAt) && wall(came, zone) < lastTime(settings.exitAt, now, zone);
}

/**
 * The rule that keeps somebody outside, by the name of its field; how often before how long, how long before when.
 * @param {{zone: string, settings: any}} list @param {number} now @param {number[]} entries hers before
 */
export function failingRule({ zone, settings: { rules } }, now, entries) {
  if (!rules) return null;
  const days = new Set(entries.map((entry) => dayOf(entry, zone)));
  if (rules.entries && entries.length >= rules.entries) return 'entries';
  if (rules.days && days.size >= rules.days && !days.has(dayOf(now, zone))) return 'days';
  if (rules.entriesSince && countSince(rules.since, now, entries, zone) >= rules.entriesSince) return 'entriesSince';
  if (rules.minutesAfterFirst && entries.length && now - entries[0] > rules.minutesAfterFirst * 60_000) return 'minutesAfterFirst';
  if (rules.from && now < Date.parse(rules.from)) return 'from';
  return rules.until && now >= Date.parse(rules.until) ? 'until' : null;
}

function countSince(since, now, entries, zone) {
  if (since.includes('T')) return entries.filter((entry) => entry >= Date.parse(since)).length;
  const from = lastTime(since, now, zone);
  return entries.filter((entry) => wall(entry, zone) >= from).length;
}

/** What is still to be asked of this category. @param {any[] | undefined} questions @param {string} category @param {Record<string, string>} answers */
export function openQuestions(questions, category, answers) {
  const fits = ({ choices, required }, answer) =>
    answer.trim() ? !choices?.length || choices.some(({ id, code }) => answer === id || answer === code) : !required;
  return (questions ?? [])
    .filter((one) => one.atTheDoor && (!one.categories?.length || one.categories.includes(category)))
    .filter((one) => !fits(one, answers[one.id] ?? ''));
}

// One sentence for every rule; the server says the same (checkin/rules_ru.properties).
export const RULES = {
  entries: 'Все разрешённые входы уже использованы',
  days: 'Разрешённые дни уже использованы',
  entriesSince: 'Входы этого времени уже использованы',
  minutesAfterFirst: 'Время после первого входа истекло',
  from: 'Вход ещё не открылся',
  until: 'Вход уже закрылся',
};
