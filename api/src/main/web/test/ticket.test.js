import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardTrack, shownStatus } from '../ticket/statuses.js';
import { isInsideAnotherApp } from '../ticket/surroundings.js';

test('the way of a card is done behind, now here, and still to come ahead', () => {
  const steps = cardTrack('PRODUCED', [{ status: 'ORDERED', at: '2026-10-12' }]);
  assert.deepEqual(steps.map((step) => step.state), ['done', 'done', 'now', 'later', 'later', 'later', 'later']);
  assert.equal(steps[0].at, '2026-10-12');
});

test('a card that was handed out has nothing to come', () => {
  assert.ok(cardTrack('ISSUED', []).every((step) => step.state === 'done'));
});

test('a card that was lost ends where it was lost', () => {
  const steps = cardTrack('LOST_IN_TRANSIT', [{ status: 'ORDERED', at: '1' }, { status: 'SHIPPED', at: '2' }, { status: 'LOST_IN_TRANSIT', at: '3' }]);
  assert.deepEqual(steps.map((step) => step.name), ['Заказана', 'Отправлена в регион', 'Потеряна в дороге']);
  assert.equal(steps[2].state, 'now');
});

test('a status unknown to this page is shown in the words of the server', () => {
  assert.equal(shownStatus('ON_LEAVE', 'В отпуске').statusText, 'В отпуске');
  assert.equal(shownStatus('ON_LEAVE', 'В отпуске').tone, 'info');
});

test('a browser inside a messenger is recognised, a real one is not', () => {
  assert.ok(isInsideAnotherApp('Mozilla/5.0 (iPhone) AppleWebKit/605 Telegram', true));
  assert.ok(isInsideAnotherApp('Mozilla/5.0 (Linux; Android 13) VKAndroidApp/8.0', true));
  assert.ok(isInsideAnotherApp('Mozilla/5.0 (iPhone) Safari/604', false));
  assert.ok(!isInsideAnotherApp('Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Safari/537.36', true));
});
