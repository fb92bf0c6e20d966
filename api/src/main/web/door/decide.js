// What the device decides alone, by the same table as the server. "I have no data" is never shown as "invalid".
import { readPlastic } from '../../../../../mobile-contract/src/main/resources/verifier/plastic.js';
import { isTicketNumber } from '../shared/numbers.js';

const HOUR = 3_600_000;
const GREEN_HOURS = 24;
const LAST_HOURS = 72;
const UNDECIDED = new Set(['LIST_TOO_OLD', 'CLOCK_UNTRUSTED']);

/** What was scanned, by its form. @param {string} raw */
export function readCode(raw) {
  const text = raw.normalize('NFC').replace(/^\\0000\d\d/, '').replace(/[\u0000-\u001f\u007f]/g, '').trim();
  const plastic = readPlastic(text);
  if (plastic) return { kind: 'PLASTIC', text, ...plastic };
  if (/^https?:\/\/[^/]+\/v#\d+$/i.test(text)) return { kind: 'PHONE', text };
  return isTicketNumber(text.replace(/[ -]/g, '')) ? { kind: 'NUMBER', text: text.replace(/[ -]/g, '') } : { kind: 'OTHER', text };
}

/** How old the list is: green a day, amber three days, then nothing is decided by it. @param {{madeAt: string, validUntil?: string} | null | undefined} bundle */
export function bundleAge(bundle, now = Date.now()) {
  if (!bundle) return 'NONE';
  const hours = (now - Date.parse(bundle.madeAt)) / HOUR;
  if (hours > LAST_HOURS || (bundle.validUntil && now > Date.parse(bundle.validUntil))) return 'EXPIRED';
  return hours > GREEN_HOURS ? 'AMBER' : 'GREEN';
}

/**
 * @typedef {object} Knowledge
 * @property {any} bundle the list, or nothing
 * @property {number} now
 * @property {(text: string) => Promise<{ok: boolean, reason?: string, step?: string, secret?: string, ticket?: string, initials?: string}>} verify
 * @property {(kind: string, secret: string) => Promise<{handle: string, shortName?: string} | null>} unseal
 * @property {(ticket: string) => Promise<string>} handleOf on an open list
 * @property {(token: string) => Promise<boolean>} ended whether the printed card with this secret is no longer good
 * @property {(handle: string) => Promise<{at: string, door?: string, present: boolean} | undefined>} presence
 */

/** @param {string} raw @param {'ENTRY' | 'EXIT'} type @param {Knowledge} known */
export async function decide(raw, type, known) {
  const { bundle, now } = known;
  const code = readCode(raw);
  if (code.kind === 'OTHER') return answer('REFUSED', 'CREDENTIAL_MALFORMED');
  const age = bundleAge(bundle, now);
  if (age === 'NONE') return answer('NOT_DECIDED', 'NO_BUNDLE');
  if (age === 'EXPIRED') return answer('NOT_DECIDED', 'BUNDLE_EXPIRED');
  const shown = await whoIsIt(code, known);
  if (!shown.person) return shown;
  return { ...(await whetherIn(shown, type, known)), person: shown.person };
}

/** The person behind a code, or why there is none. */
async function whoIsIt(code, { bundle, verify, unseal, handleOf, ended }) {
  if (code.kind === 'NUMBER') return answer('NOT_DECIDED', 'NOT_DECIDED_OFFLINE');
  if (code.kind === 'PLASTIC') {
    if (await ended(code.token)) return answer('REFUSED', 'CARD_REVOKED');
    const person = await unseal('PLASTIC', code.token);
    return person ? { person } : answer('NOT_DECIDED', 'NOT_DECIDED_OFFLINE');
  }
  const verified = await verify(code.text);
  if (!verified.ok) return { ...answer(UNDECIDED.has(verified.reason) ? 'NOT_DECIDED' : 'REFUSED', verified.reason), step: verified.step };
  if (bundle.kind === 'OPEN') {
    return { person: { handle: await handleOf(verified.ticket), shortName: verified.initials }, provisional: true };
  }
  const person = await unseal('PHONE', verified.secret);
  return person ? { person } : answer('NOT_DECIDED', 'NOT_DECIDED_OFFLINE');
}

/** A person may always leave; hours come before what was before. */
async function whetherIn({ person, provisional }, type, { bundle, now, presence }) {
  if (type === 'EXIT') return answer('EXITED', 'EXITED');
  if (bundle.opensAt && (now < Date.parse(bundle.opensAt) || now >= Date.parse(bundle.closesAt))) return answer('REFUSED', 'OUTSIDE_WINDOW');
  const before = await presence(person.handle);
  if (before?.present) return { ...answer('DUPLICATE', 'ALREADY_PRESENT'), first: { at: before.at, door: before.door } };
  if (before) return bundle.policy === 'SINGLE' ? answer('REFUSED', 'REENTRY_FORBIDDEN') : answer('ADMITTED', 'ADMITTED_AGAIN');
  return answer('ADMITTED', provisional ? 'ADMITTED_PROVISIONAL' : 'ADMITTED');
}

function answer(outcome, reason) {
  return { outcome, reason };
}
