// The member's side of the contract: session, card, credentials, consents.
import { Api, HolderLeft, Problem } from '../shared/api.js';
import { deviceProof } from '../shared/device-proof.js';
import { forgetAll, inHand, isLockable, keep, kept, useLocked } from './vault.js';

/** This phone is no longer trusted, or never was: only a new slip helps. */
export class MustActivate extends Error {}

export const api = new Api({ renew: openSession, whose: inHand });
// The server says when it is time: it answers with what the phone has until then.
const ASK_AFTER = 20 * 3_600_000;

async function openSession() {
  const ticket = inHand();
  const [deviceId, doorKey] = await Promise.all([ticket.get('deviceId'), ticket.get('doorKey')]);
  if (!deviceId) throw new MustActivate();
  try {
    const proof = await deviceProof(doorKey, deviceId);
    return (await api.call('POST', '/v1/member/session', { body: { proof }, open: true })).accessToken;
  } catch (failure) {
    // A phone whose clock is wrong must keep its ticket: only the server's clear word takes it away.
    if (failure instanceof Problem && failure.code === 'DEVICE_REVOKED' && ticket === inHand()) {
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
  const [deviceId, card, checkedAt] = await Promise.all(['deviceId', 'card', 'checkedAt'].map(kept));
  return deviceId && card ? { card, checkedAt } : null;
}

/** @throws HolderLeft where the ticket was closed meanwhile */
export async function freshCard() {
  const ticket = inHand();
  const [before, card] = await Promise.all([ticket.get('card'), api.get('/v1/member/card')]);
  const checkedAt = Date.now();
  await ticket.keep({ card, checkedAt });
  // Without fresh credentials the card is still worth showing, and those it has are good for weeks.
  if (card.status === 'ACTIVE') await renewCredentials(ticket, before?.status !== 'ACTIVE').catch(() => {});
  if (ticket !== inHand()) throw new HolderLeft();
  return { card, checkedAt };
}

/** @param {import('./vault.js').Ticket} ticket @param {boolean} now she is back on record, or her consent is */
async function renewCredentials(ticket, now) {
  if (!now && Date.now() - ((await ticket.get('credentialsAt')) ?? 0) < ASK_AFTER) return;
  if (ticket !== inHand()) throw new HolderLeft();
  const { credentials } = await api.post('/v1/member/credentials');
  await ticket.keep({ credentials, credentialsAt: Date.now() });
}

export async function listConsents() {
  return (await api.get('/v1/member/consents')).lines;
}

/** Whether the ticket on this phone was ended from elsewhere. */
export const wasRevoked = () => kept('revoked');

/** Closes a ticket that lies behind a code. */
export const closeLocked = () => useLocked(null);

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
}
