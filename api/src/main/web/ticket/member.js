// The member's side of the contract: session, card, credentials, consents.
import { Api, Problem } from '../shared/api.js';
import { deviceProof } from '../shared/device-proof.js';
import { forgetAll, isLockable, keep, kept, useLocked } from './vault.js';

/** This phone is no longer trusted, or never was: only a new slip helps. */
export class MustActivate extends Error {}

export const api = new Api({ renew: openSession });
// The server says when it is time: it answers with what the phone has until then.
const ASK_AFTER = 20 * 3_600_000;

async function openSession() {
  const [deviceId, doorKey] = await Promise.all([kept('deviceId'), kept('doorKey')]);
  if (!deviceId) throw new MustActivate();
  try {
    const proof = await deviceProof(doorKey, deviceId);
    return (await api.call('POST', '/v1/member/session', { body: { proof }, open: true })).accessToken;
  } catch (failure) {
    // A phone whose clock is wrong must keep its ticket: only the server's clear word takes it away.
    if (failure instanceof Problem && failure.code === 'DEVICE_REVOKED') {
      const own = !isLockable();
      await forgetAll();
      if (own) await keep({ revoked: true });
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
  const before = await kept('card');
  const card = await api.get('/v1/member/card');
  const checkedAt = Date.now();
  await keep({ card, checkedAt });
  // Without fresh credentials the card is still worth showing, and those it has are good for weeks.
  if (card.status === 'ACTIVE') await renewCredentials(before?.status !== 'ACTIVE').catch(() => {});
  return { card, checkedAt };
}

/** @param {boolean} now she is back on record, or her consent is */
async function renewCredentials(now) {
  if (!now && Date.now() - ((await kept('credentialsAt')) ?? 0) < ASK_AFTER) return;
  const { credentials } = await api.post('/v1/member/credentials');
  await keep({ credentials, credentialsAt: Date.now() });
}

/** How many messages were not opened yet, on whatever phone of hers. */
export const countUnread = async () => (await api.get('/v1/member/messages/unread')).unread;

export async function listConsents() {
  return (await api.get('/v1/member/consents')).lines;
}

/** Whether the ticket on this phone was ended from elsewhere. */
export const wasRevoked = () => kept('revoked');

/** Another ticket is open on this phone now: it opens a session of its own. */
export function leaveSession() {
  api.token = null;
}

/** Closes a ticket that lies behind a code. */
export function closeLocked() {
  useLocked(null);
  leaveSession();
}

/** Where the ticket is open. */
export async function listPhones() {
  return (await api.get('/v1/member/phones')).phones;
}

export const endPhone = (id) => api.call('DELETE', `/v1/member/phones/${id}`);

/** The wallets that the union serves. */
export const listWallets = async () => (await api.get('/v1/member/wallets')).wallets;
export const appleWallet = () => api.call('PUT', '/v1/member/wallets/apple', { as: 'blob' });
export const googleWallet = async () => (await api.call('PUT', '/v1/member/wallets/google')).url;

/** Who opened my record. */
export async function listViews() {
  return (await api.get('/v1/member/views')).lines;
}

/** @returns the lines as they are afterwards */
export async function withdraw({ purpose, channel }) {
  return (await api.post('/v1/member/consents/withdrawals', { purpose, channels: channel ? [channel] : [] })).lines;
}

/** Messages may be agreed to here, in the words that were shown; the other purposes need a paper. */
export async function agreeTo(channel, textVersion) {
  return (await api.post('/v1/member/consents', { channels: [channel], textVersion })).lines;
}

/** The words in force today. */
export const consentText = (purpose) => api.get(`/v1/member/consents/texts/${purpose}`);

export async function consentHistory() {
  return (await api.get('/v1/member/consents/history')).lines;
}

/** Everything that is kept about me: to read, and for programs. */
export const myDataOnPaper = () => api.get('/v1/member/data-copy.pdf', { as: 'blob', timeout: 60_000 });
export const myData = () => api.get('/v1/member/data-copy', { as: 'blob', timeout: 60_000 });
/** Other primaries that ask for me. */
export const listClaims = () => api.get('/v1/member/claims');
export const confirmClaim = (claim) => api.post(`/v1/member/claims/${claim}/confirm`);
export const refuseClaim = (claim, reason) => api.post(`/v1/member/claims/${claim}/refuse`, { reason });
export const showRecord = () => api.get('/v1/member/record');
/** @returns the record with the proposal in it */
export const proposeCorrection = (correction, key) => api.post('/v1/member/corrections', correction, { key });

/** The server forgets the device when it can be told; the phone forgets in any case. */
export async function forgetThisPhone() {
  if (!isLockable()) await import('./push.js').then(({ turnOff }) => turnOff()).catch(() => {});
  try {
    await api.call('DELETE', '/v1/member/session');
  } catch {
    // Without a network the key is destroyed here; the credential dies of age.
  }
  await forgetAll();
  leaveSession();
}
