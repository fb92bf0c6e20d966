// Who is signed in, for which organisation, and the one connection of the desk.
import { Api } from '../shared/api.js';

export const api = new Api({ renew });
/** @type {{displayName: string, passwordChangeRequired: boolean, secondFactor: string, undertaking: {version: string, body: string} | null, appointments: any[]} | null} */
let summary = null;

/** The refresh token is a cookie that scripts cannot read: an answer, or nobody is signed in. */
async function renew() {
  try {
    return (await api.call('POST', '/v1/session/refresh', { open: true })).accessToken;
  } catch (failure) {
    if (failure.status === 401) dispatchEvent(new CustomEvent('signed-out'));
    else throw failure;
    return null;
  }
}

/** Nobody has signed in here, so there is no cookie to ask with. */
const SIGNED_IN = 'signed-in';

export async function resume() {
  if (!localStorage.getItem(SIGNED_IN)) return null;
  api.token = await renew();
  return api.token ? load() : null;
}

export async function signIn(login, password) {
  api.token = (await api.call('POST', '/v1/session', { body: { login, password }, open: true })).accessToken;
  return load();
}

export async function changePassword(currentPassword, newPassword) {
  api.token = (await api.call('POST', '/v1/session/password', { body: { currentPassword, newPassword } })).accessToken;
  return load();
}

/** What an authenticator app is given. */
export function enrolSecondFactor() {
  return api.call('POST', '/v1/session/second-factor/enrolment');
}

/** @returns the recovery codes of a new app, or none */
export async function passSecondFactor(code) {
  const { recoveryCodes } = await api.call('POST', '/v1/session/second-factor', { body: { code } });
  await load();
  return recoveryCodes;
}

export async function acceptUndertaking(version) {
  await api.call('POST', '/v1/session/undertaking', { body: { version } });
  return load();
}

export function activateAccount(activation) {
  return api.call('POST', '/v1/open/accounts/activate', { body: activation, open: true });
}

export async function signOut() {
  await api.call('DELETE', '/v1/session').catch(() => {});
  localStorage.removeItem(SIGNED_IN);
  api.token = null;
  summary = null;
}

async function load() {
  summary = await api.get('/v1/session');
  localStorage.setItem(SIGNED_IN, 'yes');
  const chosen = localStorage.getItem('organisation');
  const appointments = summary.appointments;
  current = appointments.find((one) => one.organisationId === chosen) ?? appointments[0] ?? null;
  return summary;
}

let current = null;

/** The organisation for which she acts now. */
export function acting() {
  return current;
}

export function who() {
  return summary;
}

/** @param {string} organisationId */
export function actFor(organisationId) {
  current = summary.appointments.find((one) => one.organisationId === organisationId);
  localStorage.setItem('organisation', organisationId);
}

export function isPrimary() {
  return current?.level === 'PRIMARY';
}
