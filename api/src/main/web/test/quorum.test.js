import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VERDICTS, doubts, shareWords } from '../desk/quorum-words.js';

test('a share is said as charters say it', () => {
  assert.equal(shareWords({ numerator: 2, denominator: 3, moreThan: false }), 'не менее 2/3');
  assert.equal(shareWords({ numerator: 1, denominator: 2, moreThan: true }), 'более 1/2');
});

test('whoever looks at an uncertain figure learns what makes it certain', () => {
  const sitting = { waiting: [{ name: 'Телефон А' }, { name: 'Телефон Б' }], figures: { openConflicts: 2 } };
  assert.deepEqual(doubts(sitting), ['Синхронизируйте телефоны: Телефон А, Телефон Б', 'Спорных отметок: 2']);
  assert.deepEqual(doubts({ waiting: [], figures: { openConflicts: 0 } }), []);
});

test('every verdict has a sign and a word of its own beside its colour', () => {
  const all = Object.values(VERDICTS);
  assert.equal(new Set(all.map((one) => one.word)).size, all.length);
  assert.equal(new Set(all.map((one) => one.sign)).size, all.length);
});
