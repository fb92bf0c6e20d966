// What stands on a sheet of paper: the code of a line, and an hour without a day.
import { utf8 } from '../../../../../mobile-contract/src/main/resources/verifier/codec.js';
import { wall } from './rules.js';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** The sheet and the line that a code names; nothing where it is another code or was misread. @param {string} text */
export async function readPaper(text) {
  const [, name, line, check] = /^EPBP:([0-9A-F]{32}):(\d{1,3}):([0-9A-F]{4})$/.exec(text.trim()) ?? [];
  if (!name) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`paper ${name}${line}`)));
  const expected = [...digest.slice(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase();
  if (check !== expected) return null;
  return { sheet: name.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), line: Number(line) };
}

/** The last time that it was this hour by the meeting's own clock: «09:41» is this morning, or yesterday's. @param {string} hour @param {string} zone @param {number} now */
export function lastMoment(hour, zone, now) {
  const minutes = (/** @type {string} */ text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const passed = (minutes(wall(now, zone).slice(11, 16)) - minutes(hour) + DAY_MINUTES) % DAY_MINUTES;
  return new Date((Math.floor(now / MINUTE) - passed) * MINUTE).toISOString();
}
