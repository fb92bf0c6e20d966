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

function knowledge({ list, person, earlier, knowledge: { bundle } }, scan) {
  const now = Date.parse(scan.at);
  const madeAt = new Date(now - (bundle === 'EXPIRED' ? 73 : 1) * 3_600_000).toISOString();
  const listed = person.invited && !(scan.credential === 'PLASTIC' && (person.card !== 'ISSUED' || scan.state === 'UNKNOWN'));
  const last = earlier.at(-1);
  const presence = last && { at: earlier.filter((one) => one.type === 'ENTRY').at(-1).at, door: last.door, present: last.type === 'ENTRY' };
  const reason = VERDICTS[scan.state];
  return {
    now,
    bundle: bundle === 'NONE' ? null : { ...list, madeAt },
    verify: async () => (reason ? { ok: false, reason } : { ok: true, secret: 'key', ticket: '0000123455', initials: 'И. М. П.' }),
    unseal: async () => (listed ? { handle: 'h-1', shortName: 'Иванова М. П.' } : null),
    handleOf: async () => 'h-1',
    ended: async () => person.card === 'LOST',
    presence: async () => presence,
  };
}

for (const { id, case: name, runs, given, scan, expected } of cases.filter((row) => row.runs !== 'server')) {
  test(`${id} ${name}`, async () => {
    const text = scan.text ?? (scan.state === 'LOWER_CASE' ? PLASTIC.toLowerCase() : TEXTS[scan.credential]);
    const decision = await decide(text, scan.type, knowledge(given, scan));
    assert.deepEqual([decision.outcome, decision.reason], [expected.outcome, expected.reason], `runs ${runs}`);
    if (expected.first) assert.deepEqual(decision.first, expected.first);
    if (expected.person === false) assert.equal(decision.person, undefined);
  });
}
