const NUMBERS = { day: '2-digit', month: '2-digit', year: 'numeric' };
const DAY = new Intl.DateTimeFormat('ru', NUMBERS);
const DAY_UTC = new Intl.DateTimeFormat('ru', { ...NUMBERS, timeZone: 'UTC' });
// Swedish writes a day as ISO 8601 does.
const MOSCOW_DAY = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Moscow' });
const TIME = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' });

/** A day of law («2026-09-01») → «01.09.2026». @param {string} iso */
export function day(iso) {
  return iso ? DAY_UTC.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : '';
}

/** A moment → «10:24»; in the zone of a meeting when it is given. @param {string | number | Date} moment @param {string} [zone] IANA */
export function time(moment, zone) {
  if (!zone) return TIME.format(new Date(moment));
  return new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(moment));
}

/** A moment → «сегодня, 10:24», «вчера, 10:24», «завтра, 10:24» or «12.11.2026, 10:24». @param {string | number | Date} moment */
export function when(moment, now = new Date()) {
  const date = new Date(moment);
  const midnight = (/** @type {Date} */ of) => Date.UTC(of.getFullYear(), of.getMonth(), of.getDate());
  const days = (midnight(date) - midnight(now)) / 86_400_000;
  const name = { '-1': 'вчера', 0: 'сегодня', 1: 'завтра' }[days] ?? DAY.format(date);
  return `${name}, ${TIME.format(date)}`;
}

/** Today as the register counts days in every zone, in Moscow; as a date field wants it. */
export function today(now = new Date()) {
  return MOSCOW_DAY.format(now);
}
