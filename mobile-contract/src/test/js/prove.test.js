// What the member's page does: a key that cannot be exported, a proof, a QR.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '../../main/resources/verifier/codec.js';
import { sign } from '../../main/resources/verifier/es256.js';
import { credentialText, issuerInput, read } from '../../main/resources/verifier/pack.js';
import { makeDeviceKey, makePresentation, makeQrText } from '../../main/resources/verifier/prove.js';
import { verify } from '../../main/resources/verifier/verify.js';

const NOW = Date.UTC(2026, 2, 1, 9);
const DOOR = { event: 12 };

async function aUnion() {
  const issuer = await makeDeviceKey();
  const phone = await makeDeviceKey();
  const claims = {
    kind: 'DOOR', issuer: 'http://localhost:8080', iat: Date.UTC(2026, 2, 1) / 1000, lifeDays: 35,
    device: { x: phone.jwk.x, y: phone.jwk.y }, list: 1, index: 5,
    holder: { ticket: '0123456782', organisation: 52, initials: 'ПАИ' },
  };
  const unsigned = { keyNumber: 1, claims, signature: '' };
  const credential = credentialText({ ...unsigned, signature: await sign(issuer.key, issuerInput(unsigned)) });
  const iat = NOW / 1000;
  const lists = new Map([['http://localhost:8080/sl/1', { uri: '', iat, exp: iat + 1, states: new Uint8Array(262144) }]]);
  const trust = {
    iat, exp: iat + 1, keys: new Map([['k1', issuer.jwk]]), revoked: new Set(),
    hosts: new Set(['http://localhost:8080']), lists, minProfile: 17,
  };
  return { phone, credential, trust };
}

test('the private half of a device key cannot be exported', async () => {
  const { key } = await makeDeviceKey();
  await assert.rejects(crypto.subtle.exportKey('jwk', key));
  await assert.rejects(crypto.subtle.exportKey('pkcs8', key));
});

for (const [name, moment] of Object.entries({
  'for any door': {}, 'for this event': { event: 12 }, 'with the question of the door': { nonce: 'AAECAwQFBgc' },
})) {
  test(`a QR made by the page is taken at the door: ${name}`, async () => {
    const { phone, credential, trust } = await aUnion();
    const qr = await makeQrText(credential, phone.key, { nowMs: NOW, ...moment });
    assert.match(qr, /^HTTP:\/\/LOCALHOST:8080\/V#([0-9]{473}|[0-9]{493})$/);
    const answer = await verify(qr, trust, { ...DOOR, nonces: ['AAECAwQFBgc'] }, NOW + 15000);
    assert.equal(answer.ok, true);
    assert.equal(answer.claims.holder.ticket, '0123456782');
  });
}

test('a presentation in text is read as the same credential', async () => {
  const { phone, credential } = await aUnion();
  const presented = await read(await makePresentation(credential, phone.key, { nowMs: NOW }));
  assert.equal(credentialText(presented.credential), credential);
});

test('a key of another device proves nothing', async () => {
  const { credential, trust } = await aUnion();
  const qr = await makeQrText(credential, (await makeDeviceKey()).key, { nowMs: NOW });
  assert.deepEqual(await verify(qr, trust, DOOR, NOW),
    { ok: false, reason: 'CREDENTIAL_BAD_SIGNATURE', step: 'PROOF_SIGNATURE' });
});

test('a proof is not put on top of a proof', async () => {
  const { phone, credential } = await aUnion();
  const presented = await makePresentation(credential, phone.key, { nowMs: NOW });
  await assert.rejects(makeQrText(presented, phone.key, { nowMs: NOW }));
  assert.equal(utf8(presented).length, presented.length);
});
