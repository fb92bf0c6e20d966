// What the device decides alone, by the same table as the server. "I have no data" is never shown as "invalid".
import { readPlastic } from '../../../../../mobile-contract/src/main/resources/verifier/plastic.js';
import { isTicketNumber } from '../shared/numbers.js';
import { failingRule, isSameDay, isSentHome, openQuestions } from './rules.js';

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
 * @property {string} [door] where this phone stands
 * @property {number} now
 * @property {(text: string) => Promise<{ok: boolean, reason?: string, step?: string, secret?: string, ticket?: string, initials?: string}>} verify
 * @property {(kind: string, secret: string) => Promise<{handle: string, shortName?: string, category?: string, attention?: boolean, mandate?: string, door?: string} | null>} unseal
 * @property {(ticket: string) => Promise<string>} handleOf on an open list
 * @property {(token: string) => Promise<boolean>} ended whether the printed card with this secret is no longer good
 * @property {(handle: string) => Promise<{at: string, door?: string, present: boolean, entries?: number[]} | undefined>} presence
 */

/**
 * @typedef {object} Shown
 * @property {'ENTRY' | 'EXIT'} type
 * @property {boolean} [forced] a registrar decides against the list
 * @property {Record<string, string>} [answers]
 * @property {boolean} [canAsk]
 */

/** @param {string} raw @param {Shown} shown @param {Knowledge} known */
export async function decide(raw, shown, known) {
  const { bundle, now } = known;
  const code = readCode(raw);
  if (code.kind === 'OTHER') return answer('REFUSED', 'CREDENTIAL_MALFORMED');
  const age = bundleAge(bundle, now);
  if (age === 'NONE') return answer('NOT_DECIDED', 'NO_BUNDLE');
  if (age === 'EXPIRED') return answer('NOT_DECIDED', 'BUNDLE_EXPIRED');
  const found = await whoIsIt(code, known);
  if (!found.person) return found;
  const { person, provisional } = found;
  const decision = refusal(person, shown, known) ?? (await whetherIn(person, provisional, shown, known));
  return { ...decision, person, attention: Boolean(person.attention) };
}

/**
 * Of the lists that this phone scans: on which she was inside and is no more, for she entered another one of the same group.
 * @param {string} raw @param {{id: string, exclusiveGroup?: string | null}} entered @param {(Knowledge & {bundle: any})[]} others
 * @returns {Promise<{listId: string, handle: string}[]>}
 */
export async function leftBehind(raw, entered, others) {
  const code = readCode(raw);
  const left = [];
  for (const known of others) {
    const { bundle } = known;
    if (!entered.exclusiveGroup || !bundle || bundle.id === entered.id || bundle.exclusiveGroup !== entered.exclusiveGroup) continue;
    const { person } = await whoIsIt(code, known);
    if (person && (await known.presence(person.handle))?.present) left.push({ listId: bundle.id, handle: person.handle });
  }
  return left;
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

const MANDATES = {
  NOT_CONFIRMED: 'MANDATE_NOT_CONFIRMED', WITHDRAWN: 'MANDATE_WITHDRAWN', REPLACED: 'MANDATE_REPLACED', ALTERNATE: 'ALTERNATE_NOT_ACTIVATED',
};

/** Mandate and door, which hold for leaving too. */
function refusal({ mandate, door: share }, { forced }, { bundle, door }) {
  const { doors } = bundle.settings;
  if (mandate) return answer('REFUSED', MANDATES[mandate]);
  if (forced) return null;
  if (doors?.length && !doors.includes(door)) return { ...answer('REFUSED', 'WRONG_DOOR'), detail: doors.join(', ') };
  return share && share !== door ? { ...answer('REFUSED', 'GO_TO_DOOR'), detail: share } : null;
}

/** A person may always leave; hours come before rules, rules before what was before. */
async function whetherIn(person, provisional, { type, forced, answers = {}, canAsk = true }, { bundle, now, presence }) {
  if (type === 'EXIT') return answer('EXITED', 'EXITED');
  const before = stay(bundle, await presence(person.handle), now);
  const repeated = repeat(bundle, before, now);
  if (forced) return answer('ADMITTED', before ? 'ADMITTED_AGAIN' : 'ADMITTED');
  if (bundle.opensAt && (now < Date.parse(bundle.opensAt) || now >= Date.parse(bundle.closesAt))) return answer('REFUSED', 'OUTSIDE_WINDOW');
  if (repeated === 'ALREADY_PRESENT') return { ...answer('DUPLICATE', repeated), first: { at: before.at, door: before.door } };
  const rule = failingRule(bundle, now, before?.entries ?? []);
  if (rule) return { ...answer('REFUSED', 'RULE_FAILED'), detail: rule };
  const questions = canAsk ? openQuestions(bundle.settings.questions, person.category ?? '', answers) : [];
  if (questions.length) return { ...answer('INCOMPLETE', 'QUESTIONS_REQUIRED'), questions };
  if (repeated === 'REENTRY_FORBIDDEN') return answer('REFUSED', repeated);
  return answer('ADMITTED', repeated === 'ADMITTED' && provisional ? 'ADMITTED_PROVISIONAL' : repeated);
}

/** What is known of her, with the hour at which the list empties. */
function stay(bundle, before, now) {
  return before?.present && isSentHome(bundle, Date.parse(before.at), now) ? { ...before, present: false } : before;
}

/** What the policy of the list says to somebody who was here before. */
function repeat({ policy, zone }, before, now) {
  if (!before) return 'ADMITTED';
  if (policy === 'MULTI') return 'ADMITTED_AGAIN';
  if (policy === 'DAILY' && !isSameDay(Date.parse(before.at), now, zone)) return 'ADMITTED';
  if (before.present) return 'ALREADY_PRESENT';
  return policy === 'SINGLE' ? 'REENTRY_FORBIDDEN' : 'ADMITTED_AGAIN';
}

function answer(outcome, reason) {
  return { outcome, reason };
}
