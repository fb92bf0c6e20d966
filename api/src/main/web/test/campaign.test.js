import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.location ??= /** @type {any} */ ({ origin: 'https://bilet.example' });
const { filled } = await import('../desk/campaign-parts.js');

test('a message is shown as it would read today', () => {
  const now = new Date('2026-11-20T23:30+03:00');
  assert.equal(filled('Через {days|день|дня|дней}: {link}', '2026-11-22', 'ru', now), 'Через 2\u00a0дня: https://bilet.example/ticket');
  assert.equal(filled('Через {days|день|дня|дней}', '2026-12-11', 'ru', now), 'Через 21\u00a0день');
  assert.equal(filled('In {days|day|days}, {days}', '2026-11-21', 'en', now), 'In 1\u00a0day, 1');
  assert.equal(filled('Прошло {days|день|дня|дней}', '2026-11-01', 'ru', now), 'Прошло 0\u00a0дней');
});
