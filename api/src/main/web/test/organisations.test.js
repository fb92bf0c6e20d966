import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS, STEPS, STEP_CODES, valueWords } from '../desk/organisation-words.js';

test('a value of a passport is read as people say it', () => {
  assert.equal(valueWords({ code: 'HAS_INTERNET', value: 'NO' }), 'нет');
  assert.equal(valueWords({ code: 'INSTITUTION_KIND', value: 'PRESCHOOL' }), 'детский сад');
  assert.equal(valueWords({ field: 'CHARTER_ON', value: '2020-01-31' }), '31.01.2020');
  assert.equal(valueWords({ code: 'STATUS', value: 'LIQUIDATING' }), 'в стадии ликвидации');
  assert.equal(valueWords({ code: 'NAME', value: null }), '');
});

test('a code nobody knows yet is shown as it came', () => {
  assert.equal(valueWords({ code: 'INSTITUTION_KIND', value: 'SPACE_SCHOOL' }), 'SPACE_SCHOOL');
});

test('there are seven steps, and every field of the completeness has a name', () => {
  assert.equal(STEP_CODES.length, 7);
  assert.ok(STEP_CODES.every((code) => STEPS[code].length === 2));
  for (const code of ['COUNT_MEMBERS', 'COUNT_WORKING', 'POSTAL_ADDRESS', 'LEGAL_PERSON']) assert.ok(FIELDS[code]);
});
