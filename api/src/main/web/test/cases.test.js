// The decision table of the contract: the server runs the same rows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decide } from '../door/decide.js';

const table = new URL('../../../../../mobile-contract/src/main/resources/checkin/cases.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(table, 'utf8'));
const PLASTIC = 'EPB1:0000123455:00017:ABCDEFGHIJKLMNOPQRSTUVWXYA';
const TEXTS = { PHONE: 'HTTPS://HOST.EXAMPLE/V#1234567890', PLASTIC, NUMBER: '0000123455' };
// What the verifier says of a code in such a state; its own specification proves that it does.
const VERDICTS = {
  STALE_PROOF: 'CREDENTIAL_EXPIRED', EXPIRED: 'CREDENTIAL_EXPIRED', SUSPENDED: 'CARD_BLOCKED', REVOKED: 'CARD_REVOKED',
  BAD_SIGNATURE: 'CREDENTIAL_BAD_SIGNATURE', OTHER_EVENT: 'WRONG_EVENT',
};

const NAME = 'Иванова М. П.';

function knowledge({ list, person, earlier, knowledge: { bundle } }, scan) {
  const now = Date.parse(scan.at);
  const madeAt = new Date(now - (bundle === 'EXPIRED' ? 73 : 1) * 3_600_000).toISOString();
  const settings = list.settings ?? {};
  const share = settings.shares?.find(({ from, to }) => from <= NAME[0] && NAME[0] <= to)?.door;
  const mandate = person.mandate === 'CONFIRMED' ? undefined : person.mandate;
  const entries = earlier.filter((one) => one.type === 'ENTRY');
  const last = earlier.at(-1);
  const presence = last && { at: entries.at(-1).at, door: entries.at(-1).door, present: last.type === 'ENTRY', entries: entries.map((one) => Date.parse(one.at)) };
  const reason = VERDICTS[scan.state];
  return {
    now,
    door: 'А',
    bundle: bundle === 'NONE' ? null : { ...list, settings, madeAt },
    verify: async () => (reason ? { ok: false, reason } : { ok: true, secret: 'key', ticket: '0000123455', initials: 'И. М. П.' }),
    unseal: async () => {
      if (scan.credential === 'PLASTIC' && person.card === 'LOST') return { revoked: true };
      const isHeld = !settings.categories?.length || settings.categories.includes(person.category);
      const isListed = person.invited && isHeld && !(scan.credential === 'PLASTIC' && (person.card !== 'ISSUED' || scan.state === 'UNKNOWN'));
      return isListed ? { handle: 'h-1', shortName: NAME, category: person.category, attention: person.attention, mandate, door: share } : null;
    },
    handleOf: async () => 'h-1',
    ended: async () => person.card === 'LOST',
    presence: async () => presence,
  };
}

const rows = cases.filter((row) => row.runs !== 'server');
for (const { id, case: name, runs, given, scan, expected } of rows) {
  test(`${id} ${name}`, async () => {
    const text = scan.text ?? (scan.state === 'LOWER_CASE' ? PLASTIC.toLowerCase() : TEXTS[scan.credential]);
    const shown = { type: scan.type, forced: scan.override === 'REGISTRAR_DECISION', answers: scan.answers, canAsk: scan.canAsk };
    const decision = await decide(text, shown, knowledge(given, scan));
    assert.deepEqual([decision.outcome, decision.reason], [expected.outcome, expected.reason], `runs ${runs}`);
    if (expected.first) assert.deepEqual(decision.first, expected.first);
    if (expected.person === false) assert.equal(decision.person, undefined);
    if (expected.attention) assert.equal(decision.attention, true);
    if (expected.rule) assert.equal(decision.detail, expected.rule);
  });
}

test('the rows that a door decides alone are counted', () => {
  console.log(`check-in cases: ${rows.length} rows on the device, ${rows.filter((row) => row.runs === 'both').length} of them on the server too`);
  assert.ok(rows.length > 60);
});
