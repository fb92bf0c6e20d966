import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Api, HolderLeft, NoConnection } from '../shared/api.js';
import { mayRepeat } from '../shared/messages.js';

const real = globalThis.fetch;
afterEach(() => (globalThis.fetch = real));

/** A server that gives these answers in turn; null: the line is dead. @returns the keys it saw */
function answering(...answers) {
  const keys = [];
  globalThis.fetch = async (_, { headers }) => {
    keys.push(headers['Idempotency-Key']);
    const status = answers.shift();
    if (status === null) throw new TypeError('failed');
    return new Response('{}', { status });
  };
  return keys;
}

test('whoever repeats after a lost answer repeats with the same key', async () => {
  const keys = answering(null, 503, 200, 200);
  const api = new Api();
  const end = () => api.post('/v1/end', { reason: 'RESIGNED' });

  await assert.rejects(end, NoConnection);
  await assert.rejects(end);
  await end();
  await end();

  assert.equal(keys[0], keys[1]);
  assert.equal(keys[1], keys[2]);
  assert.notEqual(keys[2], keys[3]);
});

test('another question, and one that was answered with no, has a key of its own', async () => {
  const keys = answering(422, null, 200);
  const api = new Api();

  await assert.rejects(api.post('/v1/end', { on: '2026-09-01' }));
  await assert.rejects(api.post('/v1/end', { on: '2026-09-01' }));
  await api.post('/v1/end', { on: '2026-09-02' });

  assert.equal(new Set(keys).size, 3);
});

test('a repeat is offered where it may help', () => {
  assert.ok(mayRepeat(new NoConnection()));
  assert.ok(mayRepeat(Object.assign(new Error(), { status: 503 })));
  assert.ok(!mayRepeat(Object.assign(new Error(), { status: 422 })));
  assert.ok(!mayRepeat(new TypeError()));
});

test('an answer for the ticket that was closed meanwhile reaches nobody, and nothing of hers goes with the questions of the next', async () => {
  const sent = [];
  let answer;
  globalThis.fetch = (_, { headers }) => {
    sent.push(headers.Authorization);
    return new Promise((resolve) => (answer = () => resolve(new Response('{}', { status: 200 }))));
  };
  let inHand = 'Ершова';
  const api = new Api({ whose: () => inHand, renew: async () => `token of ${inHand}` });

  const first = api.get('/v1/member/card');
  await new Promise(setImmediate);
  inHand = 'Зимина';
  answer();
  await assert.rejects(first, HolderLeft);
  const second = api.get('/v1/member/card');
  await new Promise(setImmediate);
  answer();
  await second;

  assert.deepEqual(sent, ['Bearer token of Ершова', 'Bearer token of Зимина']);
});

test('a session that opens after its ticket was closed is used by nobody', async () => {
  let sent = 0;
  globalThis.fetch = async () => (sent++, new Response('{}', { status: 200 }));
  let inHand = 'Ершова';
  let open;
  const api = new Api({ whose: () => inHand, renew: () => new Promise((resolve) => (open = resolve)) });

  const asked = api.get('/v1/member/card');
  inHand = 'Зимина';
  open('token of Ершова');

  await assert.rejects(asked, HolderLeft);
  assert.equal(sent, 0);
  assert.equal(api.token, null);
});
