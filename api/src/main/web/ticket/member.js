// The member's side of the contract: activation, session, card, credentials.
import { Api, Problem, newId } from '../shared/api.js';
import { makeDeviceKey } from '../../../../../mobile-contract/src/main/resources/verifier/prove.js';
import { deviceProof } from '../shared/device-proof.js';
import { forgetAll, keep, kept } from './vault.js';

/** This phone is no longer trusted, or never was: only a new slip helps. */
export class MustActivate extends Error {}

export export const api = new Api({ renew: openSession });
// A credential lives five weeks; a week before its end is early enough for a phone that is seldom online.
const RENEW_AFTER = 7 * 86_400_000;

/** @param {{offer: string, ticketNumber: string, birthDate: string, code: string}} slip */
export async function activate({ offer, ticketNumber, birthDate, code }) {
  const deviceId = newId();
  const [door, member] = await Promise.all([makeDeviceKey(), makeDeviceKey()]);
  const body = {
    offer, ticketNumber, birthDate, code,
    doorKey: door.jwk,
    memberKey: member.jwk,
    doorProof: await deviceProof(door.key, deviceId),
    memberProof: await deviceProof(member.key, deviceId),
    deviceName: deviceName(),
  };
  const activation = await api.post('/v1/open/activations', body, { key: deviceId, open: true });
  await keep({
    doorKey: door.key,
    memberKey: member.key,
    deviceId: activation.deviceId,
    credentials: activation.credentials,
    credentialsAt: Date.now(),
    card: activation.card,
    checkedAt: Date.now(),
  });
}

async function openSession() {
  const [deviceId, doorKey] = await Promise.all([kept('deviceId'), kept('doorKey')]);
  if (!deviceId) throw new MustActivate();
  try {
    const proof = await deviceProof(doorKey, deviceId);
    return (await api.call('POST', '/v1/member/session', { body: { proof }, open: true })).accessToken;
  } catch (failure) {
    // A phone whose clock is wrong must keep its ticket: only the server's clear word takes it away.
    if (failure instanceof Problem && failure.code === 'DEVICE_REVOKED') {
      await forgetAll();
      throw new MustActivate();
    }
    throw failure;
  }
}

/** What the phone remembers, with no network at all. */
export async function keptCard() {
  const card = await kept('card');
  return card ? { card, checkedAt: await kept('checkedAt') } : null;
}

export async function freshCard() {
  const card = await api.get('/v1/member/card');
  const checkedAt = Date.now();
  await keep({ card, checkedAt });
  await renewCredentials();
  return { card, checkedAt };
}

async function renewCredentials() {
  if (Date.now() - ((await kept('credentialsAt')) ?? 0) < RENEW_AFTER) return;
  const { credentials } = await api.post('/v1/member/credentials');
  await keep({ credentials, credentialsAt: Date.now() });
}

/** A code to an address on record; whether there is one is not told. */
export function askForCode(ticketNumber, birthDate) {
  return api.post('/v1/open/activations/codes', { ticketNumber, birthDate }, { open: true });
}

/** The server forgets the device when it can be told; the phone forgets in any case. */
export async function forgetThisPhone() {
  await import('./push.js').then(({ turnOff }) => turnOff()).catch(() => {});
  try {
    await api.call('DELETE', '/v1/member/session');
  } catch {
    // Without a network the key is destroyed here; the credential dies of age.
  }
  await forgetAll();
}

/** How the phone is called in the list of the member's own devices. */
function deviceName() {
  const agent = navigator.userAgent;
  return /iPhone/.test(agent) ? 'iPhone' : /iPad/.test(agent) ? 'iPad' : /Android/.test(agent) ? 'Android' : 'Компьютер';
}
