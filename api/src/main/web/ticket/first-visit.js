// What happens once in the life of a phone: it makes its keys and gets the credentials.
import { newId } from '../shared/api.js';
import { shortName } from '../shared/names.js';
import { makeDeviceKey } from '../../../../../mobile-contract/src/main/resources/verifier/prove.js';
import { deviceProof } from '../shared/device-proof.js';
import { api } from './member.js';
import { keep } from './vault.js';

/**
 * @param {{offer: string, ticketNumber: string, birthDate: string, code: string}} slip
 * @param {string | null} pin six digits on a phone that is not hers: all is sealed with it
 */
export async function activate({ offer, ticketNumber, birthDate, code }, pin = null) {
  const deviceId = newId();
  const locked = pin ? await import('./locked.js') : null;
  const make = locked ? locked.makeSealableKey : makeDeviceKey;
  const [door, member] = await Promise.all([make(), make()]);
  const body = {
    offer, ticketNumber, birthDate, code,
    doorKey: door.jwk,
    memberKey: member.jwk,
    doorProof: await deviceProof(door.key, deviceId),
    memberProof: await deviceProof(member.key, deviceId),
    deviceName: pin ? `${deviceName()}, чужой` : deviceName(),
  };
  const activation = await api.post('/v1/open/activations', body, { key: deviceId, open: true });
  const got = {
    deviceId: activation.deviceId,
    credentials: activation.credentials,
    credentialsAt: Date.now(),
    card: activation.card,
    checkedAt: Date.now(),
  };
  if (locked) await locked.makeLocked(pin, shortName(got.card.fullName), { id: deviceId, doorKey: door.secret, memberKey: member.secret, ...got });
  else await keep({ doorKey: door.key, memberKey: member.key, revoked: false, ...got });
}

/** A code to an address on record; whether there is one is not told. */
export function askForCode(ticketNumber, birthDate) {
  return api.post('/v1/open/activations/codes', { ticketNumber, birthDate }, { open: true });
}

/** How the phone is called in the list of the member's own devices. */
function deviceName() {
  const agent = navigator.userAgent;
  return /iPhone/.test(agent) ? 'iPhone' : /iPad/.test(agent) ? 'iPad' : /Android/.test(agent) ? 'Android' : 'Компьютер';
}
