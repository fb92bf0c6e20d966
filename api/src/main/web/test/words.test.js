import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, today, when } from '../shared/dates.js';
import { digits, inFours, isTicketNumber, isoDate, phone } from '../shared/numbers.js';
import { form, plural, roubles } from '../shared/plural.js';
import { say } from '../shared/messages.js';
import { why } from '../desk/undelivered-words.js';

test('a count of tickets takes one of three forms', () => {
  const forms = [1, 2, 5, 11, 21, 22, 25, 104, 111, 8554].map((count) => form(count, 'ticket'));
  assert.deepEqual(forms, ['билет', 'билета', 'билетов', 'билетов', 'билет', 'билета', 'билетов', 'билета', 'билетов', 'билета']);
});

test('people are counted as in speech', () => {
  assert.equal(plural(1, 'person'), '1\u00a0человек');
  assert.equal(plural(2, 'person'), '2\u00a0человека');
  assert.equal(plural(104, 'person'), '104\u00a0человека');
});

test('a price is whole kopecks', () => {
  assert.equal(roubles(37 * 1700).replace(/\s/g, ' '), '629,00 ₽');
});

test('a ticket number is read in groups of four and typed with any spaces', () => {
  assert.equal(inFours('0000123455'), '0000 1234 55');
  assert.equal(digits(' 0000 1234-55 '), '0000123455');
});

test('one mistyped digit of a ticket number is noticed', () => {
  assert.ok(isTicketNumber('0000123455'));
  for (let place = 0; place < 10; place++) {
    const wrong = [...'0000123455'];
    wrong[place] = String((Number(wrong[place]) + 1) % 10);
    assert.ok(!isTicketNumber(wrong.join('')), `digit ${place}`);
  }
  assert.ok(!isTicketNumber('123'));
});

test('a birth date is typed as people write it, and no day is invented', () => {
  assert.equal(isoDate('01.09.1980'), '1980-09-01');
  assert.equal(isoDate('1.9.1980'), '1980-09-01');
  assert.equal(isoDate('1980-09-01'), '1980-09-01');
  assert.equal(isoDate('31.02.1980'), null);
  assert.equal(isoDate('01.09.80'), null);
  assert.equal(isoDate('март 79'), null);
});

test('a telephone is shown in the usual groups', () => {
  assert.equal(phone('+79131234567'), '+7 913 123-45-67');
});

test('days of law do not move with the time zone', () => {
  assert.equal(day('2026-09-01'), '01.09.2026');
});

test('a moment near today is named by its day', () => {
  const now = new Date(2026, 8, 1, 12, 0);
  assert.equal(when(new Date(2026, 8, 1, 10, 24), now), 'сегодня, 10:24');
  assert.equal(when(new Date(2026, 7, 31, 23, 59), now), 'вчера, 23:59');
  assert.equal(when(new Date(2026, 8, 2, 0, 1), now), 'завтра, 00:01');
  assert.equal(when(new Date(2026, 8, 4, 18, 0), now), '04.09.2026, 18:00');
});

test('today is the day of the register, in Moscow, whatever the hour here', () => {
  assert.equal(today(new Date('2026-08-31T20:59:59Z')), '2026-08-31');
  assert.equal(today(new Date('2026-08-31T21:00:00Z')), '2026-09-01');
});

test('a problem speaks with the words of the server, or with a sentence of our own', () => {
  assert.equal(say({ title: 'Код не подходит', detail: 'Осталось 3 попытки' }, 422), 'Код не подходит. Осталось 3 попытки.');
  assert.equal(say({ title: 'Bad Gateway' }, 503), 'Сервер временно занят. Повторите через минуту.');
  assert.match(say({}, 500), /сервере/);
});

test('every reason why a message did not arrive says what to do', () => {
  assert.match(why('SMTP_550_5.7.1'), /DKIM/);
  assert.match(why('SMTP_552_5.2.2'), /переполнены/);
  for (const gone of ['SMTP_550', 'SMTP_550_5.1.1', 'SMPP_0xb', 'UNREGISTERED', 'HTTP_410']) assert.match(why(gone), /контакты/);
  for (const unknown of ['NO_ANSWER', 'SENDER_DIED', 'PART_OF_IT_SENT']) assert.match(why(unknown), /дошли ли/);
  assert.match(why('SMPP_0xc3'), /код/);
});
