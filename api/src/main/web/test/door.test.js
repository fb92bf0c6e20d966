import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleAge, decide, leftBehind, readCode } from '../door/decide.js';
import { OUTCOMES, shownAnswer } from '../door/outcomes.js';
import { lastMoment, readPaper } from '../door/paper.js';
import { acknowledged, backOff, BATCH, nextBatch } from '../door/queue.js';
import { asLatin } from '../door/wedge.js';

const PLASTIC = 'EPB1:0000123455:00017:ABCDEFGHIJKLMNOPQRSTUVWXYA';
const PHONE = 'HTTPS://HOST.EXAMPLE/V#1234567890';
const NOW = Date.parse('2026-11-21T10:00:00Z');
const hoursAgo = (hours) => new Date(NOW - hours * 3_600_000).toISOString();
const person = { handle: 'h-1', shortName: 'Иванова М. П.' };

function door({ kind = 'INVITED', hours = 1, known = person, verified = { ok: true, secret: 'key', initials: 'И. М. П.' }, ended = false, first } = {}) {
  return {
    now: NOW,
    bundle: { kind, policy: 'REENTRY', zone: 'Europe/Moscow', settings: {}, madeAt: hoursAgo(hours) },
    verify: async () => verified,
    unseal: async () => known,
    handleOf: async () => 'h-1',
    ended: async () => ended,
    presence: async () => first,
  };
}

test('codes are known by their prefix, whatever a scanner adds', () => {
  assert.equal(readCode(`\\000026${PLASTIC}\r\n`).kind, 'PLASTIC');
  assert.equal(readCode(PLASTIC.toLowerCase()).token, 'ABCDEFGHIJKLMNOPQRSTUVWXYA');
  assert.equal(readCode(PHONE).kind, 'PHONE');
  assert.equal(readCode('0000 1234 55').kind, 'NUMBER');
  assert.equal(readCode('https://example.org/').kind, 'OTHER');
});

test('the code of a line on paper names sheet and line, and nothing when it was misread', async () => {
  const code = 'EPBP:0197F3C200007000800000000000000A:7:FF62';
  assert.deepEqual(await readPaper(code), { sheet: '0197f3c2-0000-7000-8000-00000000000a', line: 7 });
  assert.equal(await readPaper(code.replace(':7:', ':8:')), null);
  assert.equal(await readPaper(PLASTIC), null);
});

test('an hour on paper is the last one by the meeting\'s clock', () => {
  assert.equal(lastMoment('12:59', 'Europe/Moscow', NOW), '2026-11-21T09:59:00.000Z');
  assert.equal(lastMoment('13:01', 'Europe/Moscow', NOW), '2026-11-20T10:01:00.000Z');
});

test('a hand scanner under a Russian layout is understood', () => {
  assert.equal(asLatin('УЗИ1Ж0000123455Ж00017Ж'), 'EPB1:0000123455:00017:');
  assert.equal(asLatin(PLASTIC), PLASTIC);
});

test('the list is green a day, amber three days, then nothing is decided by it', () => {
  assert.equal(bundleAge(null, NOW), 'NONE');
  assert.equal(bundleAge({ madeAt: hoursAgo(24) }, NOW), 'GREEN');
  assert.equal(bundleAge({ madeAt: hoursAgo(25) }, NOW), 'AMBER');
  assert.equal(bundleAge({ madeAt: hoursAgo(72) }, NOW), 'AMBER');
  assert.equal(bundleAge({ madeAt: hoursAgo(73) }, NOW), 'EXPIRED');
});

test('somebody on the list is admitted, and is a duplicate the second time', async () => {
  assert.equal((await decide(PLASTIC, { type: 'ENTRY' }, door())).outcome, 'ADMITTED');
  const again = await decide(PLASTIC, { type: 'ENTRY' }, door({ first: { at: hoursAgo(1), door: 'Б', present: true } }));
  assert.deepEqual([again.outcome, again.reason, again.first.door], ['DUPLICATE', 'ALREADY_PRESENT', 'Б']);
});

test('who enters one hall of a group has left the other, also without a network', async () => {
  const hall = (id, group, first) => ({ ...door({ first }), bundle: { id, kind: 'INVITED', exclusiveGroup: group } });
  const inside = { at: hoursAgo(1), present: true };
  const others = [hall('a', 'halls', inside), hall('b', 'halls', inside), hall('c', 'halls', undefined), hall('d', null, inside), hall('e', 'meals', inside)];
  assert.deepEqual(await leftBehind(PLASTIC, others[0].bundle, others), [{ listId: 'b', handle: 'h-1' }]);
  assert.deepEqual(await leftBehind(PLASTIC, others[3].bundle, others), []);
});

test('without data nothing is called invalid', async () => {
  const none = await decide(PLASTIC, { type: 'ENTRY' }, { ...door(), bundle: null });
  assert.deepEqual([none.outcome, none.reason], ['NOT_DECIDED', 'NO_BUNDLE']);
  const old = await decide(PLASTIC, { type: 'ENTRY' }, door({ hours: 80 }));
  assert.deepEqual([old.outcome, old.reason], ['NOT_DECIDED', 'BUNDLE_EXPIRED']);
  const absent = await decide(PLASTIC, { type: 'ENTRY' }, door({ known: null }));
  assert.deepEqual([absent.outcome, absent.reason], ['NOT_DECIDED', 'NOT_DECIDED_OFFLINE']);
  const number = await decide('0000123455', { type: 'ENTRY' }, door());
  assert.deepEqual([number.outcome, number.reason], ['NOT_DECIDED', 'NOT_DECIDED_OFFLINE']);
});

test('a printed card that has ended is refused, even while the list still holds it and on an open list', async () => {
  for (const how of [{ ended: true }, { ended: true, kind: 'OPEN', known: null }]) {
    const lost = await decide(PLASTIC, 'ENTRY', door(how));
    assert.deepEqual([lost.outcome, lost.reason], ['REFUSED', 'CARD_REVOKED']);
  }
  assert.equal((await decide(PHONE, 'ENTRY', door({ ended: true }))).outcome, 'ADMITTED');
});

test('a good phone is admitted for the time being on an open list, and not on an invited one', async () => {
  const open = await decide(PHONE, { type: 'ENTRY' }, door({ kind: 'OPEN', known: null }));
  assert.deepEqual([open.outcome, open.reason], ['ADMITTED', 'ADMITTED_PROVISIONAL']);
  const invited = await decide(PHONE, { type: 'ENTRY' }, door({ known: null }));
  assert.deepEqual([invited.outcome, invited.reason], ['NOT_DECIDED', 'NOT_DECIDED_OFFLINE']);
});

test('what the verifier refuses is refused with its reason; an old list of states decides nothing', async () => {
  const revoked = await decide(PHONE, { type: 'ENTRY' }, door({ verified: { ok: false, reason: 'CARD_REVOKED', step: 'STATUS' } }));
  assert.deepEqual([revoked.outcome, revoked.reason], ['REFUSED', 'CARD_REVOKED']);
  const old = await decide(PHONE, { type: 'ENTRY' }, door({ verified: { ok: false, reason: 'LIST_TOO_OLD', step: 'STATUS' } }));
  assert.equal(old.outcome, 'NOT_DECIDED');
  assert.equal((await decide('какой-то текст', { type: 'ENTRY' }, door())).reason, 'CREDENTIAL_MALFORMED');
});

test('a batch has two hundred scans at most, the oldest first, the missing before all', () => {
  const waiting = Array.from({ length: 450 }, (_, place) => ({ deviceSeq: 450 - place }));
  const batch = nextBatch(waiting, [405]);
  assert.equal(batch.length, BATCH);
  assert.deepEqual(batch.slice(0, 3).map((scan) => scan.deviceSeq), [405, 1, 2]);
});

test('a scan leaves the queue only when the server has settled it', () => {
  const sent = [1, 2, 3, 4].map((deviceSeq) => ({ deviceSeq, scanId: `s${deviceSeq}` }));
  const answer = { results: [{ scanId: 's3', status: 'ACCEPTED' }, { scanId: 's4', status: 'IN_PROGRESS' }], ackSeq: 1 };
  assert.deepEqual(acknowledged(sent, answer), ['s1', 's3']);
});

test('attempts slow down to a minute and are spread', () => {
  assert.deepEqual([1, 2, 3, 6, 20].map((failures) => backOff(failures, 0)), [2_000, 4_000, 8_000, 60_000, 60_000]);
  assert.equal(backOff(1, 1), 7_000);
});

test('every outcome has a colour, a word and a sign of its own', () => {
  const shown = Object.keys(OUTCOMES).map((outcome) => shownAnswer({ outcome, reason: '' }));
  assert.equal(new Set(shown.map((answer) => answer.colour)).size, shown.length);
  assert.ok(shown.every((answer) => answer.word && answer.sign && answer.sound));
});

test('a second scan names time and door of the first; right after one\'s own it says so', () => {
  const duplicate = { outcome: 'DUPLICATE', reason: 'ALREADY_PRESENT', first: { at: '2026-11-21T07:14:00Z', door: 'Вход Б' } };
  assert.deepEqual([shownAnswer(duplicate, { zone: 'Europe/Moscow' }).colour, shownAnswer(duplicate, { zone: 'Europe/Moscow' }).note], ['blue', 'Первый раз в 10:14, Вход Б']);
  const own = shownAnswer({ ...duplicate, byThisDevice: true });
  assert.deepEqual([own.colour, own.word, own.sound], ['blue', 'Уже отмечено вами', 'high']);
});

test('a stale code is yellow and asks for patience, a revoked one is red', () => {
  assert.equal(shownAnswer({ outcome: 'REFUSED', reason: 'CREDENTIAL_EXPIRED' }).colour, 'yellow');
  assert.equal(shownAnswer({ outcome: 'REFUSED', reason: 'CARD_REVOKED' }).colour, 'red');
});
