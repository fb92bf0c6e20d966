// The door's side of the contract: enrolment, session, lists, scans, sync.
import { Api, NoConnection, Problem, newId } from '../shared/api.js';
import { deviceProof } from '../shared/device-proof.js';
import { decide } from './decide.js';
import { acknowledged, backOff, nextBatch } from './queue.js';
import { openBundle, unsealWith, verifyWith } from './trust.js';
import * as store from './store.js';

const ONLINE_ANSWER = 3_000;
const VERSION = '1';

/** This phone's right to the door has ended; the queue is kept, names and lists are gone. */
export class NotEnrolled extends Error {
  constructor() {
    super('Этот телефон больше не подключён к мероприятию. Попросите новое приглашение.');
  }
}

const api = new Api({ renew: openSession });
let link = { online: navigator.onLine, failures: 0, timer: 0, missing: [] };
const watchers = new Set();

/** Tells the page about connection and queue. @param {() => void} watcher */
export function watch(watcher) {
  watchers.add(watcher);
}

export function isOnline() {
  return link.online;
}

function report(online) {
  link.online = online;
  for (const watcher of watchers) watcher();
}

/** @param {string} code from the invitation */
export async function enrol(code) {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const installId = (await store.kept('installId')) ?? newId();
  const enrolled = await api.post('/v1/scanner/devices/enrol', {
    code, installId, publicKeyJwk: { kty, crv, x, y }, platform: 'web', appVersion: VERSION, contractVersion: VERSION,
  }, { open: true });
  await store.keep('installId', installId);
  await store.keep('device', { key, deviceId: enrolled.deviceId, door: enrolled.door ?? null });
  await store.keep('lists', enrolled.lists);
  api.token = enrolled.accessToken ?? null;
  return enrolled;
}

async function openSession() {
  const device = await store.kept('device');
  if (!device) throw new NotEnrolled();
  try {
    const proof = await deviceProof(device.key.privateKey, device.deviceId, location.origin);
    return (await api.post('/v1/scanner/devices/session', { proof }, { open: true })).accessToken;
  } catch (failure) {
    if (failure instanceof Problem && failure.code === 'DEVICE_REVOKED') throw new NotEnrolled();
    throw failure;
  }
}

export async function lists() {
  return (await store.kept('lists')) ?? [];
}

export async function device() {
  return store.kept('device');
}

/** The sealed list for times without a network. */
export async function download(listId) {
  const list = await api.get(`/v1/scanner/lists/${listId}`);
  const bundle = await openBundle(await api.get(`/v1/scanner/lists/${listId}/bundle`));
  await store.keepBundle(listId, bundle);
  await store.keep(`list ${listId}`, list);
  report(true);
  return { list, bundle };
}

export async function kept(listId) {
  return { list: await store.kept(`list ${listId}`), bundle: await store.bundleOf(listId) };
}

/**
 * One scan: it is in the queue before anything else happens, so that nothing that happened is lost.
 * @param {string} listId @param {string} raw
 */
export async function scan(listId, raw, now = Date.now()) {
  const { door } = await store.kept('device');
  const entry = await store.enqueue({
    scanId: newId(now), listIds: [listId], credential: { kind: 'QR', raw }, type: 'ENTRY',
    scannedAt: new Date(now).toISOString(), monotonicMs: Math.round(performance.now()), door,
  });
  const decision = (await askServer(entry)) ?? (await decideAlone(listId, entry, now));
  await settle(listId, entry, decision, door);
  return decision;
}

async function askServer(entry) {
  if (!link.online) return null;
  try {
    const decision = await api.post('/v1/scanner/scans', entry, { key: entry.scanId, timeout: ONLINE_ANSWER });
    await store.leaveQueue([entry.scanId]);
    report(true);
    return { ...decision, origin: 'ONLINE' };
  } catch (failure) {
    if (failure instanceof NotEnrolled) throw failure;
    if (failure instanceof Problem && failure.status < 500 && ![409, 429].includes(failure.status)) {
      return { outcome: 'NOT_DECIDED', reason: failure.code, message: failure.message, origin: 'ONLINE' };
    }
    report(!(failure instanceof NoConnection) && link.online);
    syncLater();
    return null;
  }
}

async function decideAlone(listId, entry, now) {
  const bundle = await store.bundleOf(listId);
  const decision = await decide(entry.credential.raw, {
    bundle, now,
    verify: (text) => verifyWith(bundle, text, now),
    unseal: (kind, secret) => unsealWith(bundle, kind, secret),
    presence: (handle) => store.presenceOf(listId, handle),
  });
  const { outcome, reason } = decision;
  await store.replaceInQueue({ ...entry, deviceDecision: { outcome, reason, bundleVersion: bundle?.version ?? null, decidedAt: new Date(now).toISOString() } });
  syncLater();
  return { ...decision, origin: 'OFFLINE' };
}

/** Remembers who is inside, so that a second scan is known without a network too. */
async function settle(listId, entry, decision, door) {
  const handle = decision.person?.handle;
  if (handle) {
    const known = await store.presenceOf(listId, handle);
    decision.byThisDevice = decision.outcome === 'DUPLICATE' && Boolean(known?.own) && Date.parse(entry.scannedAt) - Date.parse(known.at) < 10_000;
    if (decision.outcome === 'ADMITTED') await store.admit(listId, handle, { at: entry.scannedAt, door, own: true });
    else if (decision.first) await store.admit(listId, handle, { at: decision.first.at, door: decision.first.door, own: false });
  }
  if (decision.counters) await store.keep(`counters ${listId}`, decision.counters);
  const { outcome, reason, origin } = decision;
  await store.remember({ scanId: entry.scanId, listId, scannedAt: entry.scannedAt, outcome, reason, origin, shortName: decision.person?.shortName ?? '' });
}

function syncLater() {
  clearTimeout(link.timer);
  link.timer = setTimeout(sync, backOff(link.failures));
}

/** Sends what waits, oldest first, until the queue is empty. */
export async function sync() {
  clearTimeout(link.timer);
  if (link.syncing) return;
  link.syncing = true;
  try {
    for (;;) {
      const batch = nextBatch(await store.queue(), link.missing);
      if (batch.length === 0) break;
      const answer = await api.post('/v1/scanner/sync', { syncId: newId(), deviceClock: new Date().toISOString(), monotonicMs: Math.round(performance.now()), scans: batch });
      const gone = acknowledged(batch, answer);
      await store.leaveQueue(gone);
      link.missing = answer.missingSeq ?? [];
      if (gone.length === 0) break;
    }
    link.failures = 0;
    report(true);
  } catch (failure) {
    link.failures++;
    report(failure instanceof NoConnection ? false : link.online);
    if (!(failure instanceof NotEnrolled)) syncLater();
  } finally {
    link.syncing = false;
  }
}

export async function waiting() {
  return (await store.queue()).length;
}

addEventListener('online', sync);
addEventListener('offline', () => report(false));
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sync());
