// The door's side of the contract: enrolment, session, lists, scans, sync.
import { makeDeviceKey } from '../../../../../mobile-contract/src/main/resources/verifier/prove.js';
import { Api, NoConnection, Problem, newId } from '../shared/api.js';
import { deviceProof } from '../shared/device-proof.js';
import { rightNow } from '../shared/clock.js';
import { decide, leftBehind, readCode } from './decide.js';
import { acknowledged, backOff, BATCH, nextBatch } from './queue.js';
import { ForgedList, handleWith, hasEnded, openDelta, openEndedCards, openList, openTrust, partDigests, unsealWith, verifyWith } from './trust.js';
import * as store from './store.js';

const ONLINE_ANSWER = 3_000;
const JUST_NOW = 10_000;
// A phone that was reported lost is known at the door within minutes.
const TRUST_AGE = 5 * 60_000;
// Names the start of this page: the monotonic clock counts from it.
const BOOT = newId();

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
  if (await store.kept('device')) await sync();
  const { key, jwk } = await makeDeviceKey();
  const enrolled = await api.call('POST', '/v1/scanner/devices/enrol', {
    body: { code, publicKeyJwk: jwk, name: deviceName(), proof: await deviceProof(key, code) },
    open: true,
  });
  await store.eraseAll();
  // The root key is remembered now: later nobody can put in another.
  await store.keep('device', { key, root: enrolled.root, deviceId: enrolled.deviceId, door: enrolled.door, role: enrolled.role, validUntil: enrolled.validUntil });
  await store.keep('lists', enrolled.lists);
  api.token = enrolled.accessToken;
}

function deviceName() {
  const agent = navigator.userAgent;
  return /iPhone|iPad/.test(agent) ? 'Телефон Apple' : /Android/.test(agent) ? 'Телефон Android' : 'Компьютер';
}

async function openSession() {
  const device = await store.kept('device');
  if (!device) throw new NotEnrolled();
  try {
    const proof = await deviceProof(device.key, device.deviceId);
    return (await api.call('POST', '/v1/scanner/session', { body: { proof }, open: true })).accessToken;
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

/** All that is needed without a network; what did not change is not sent again. */
export async function download(listId) {
  const { root } = await store.kept('device');
  const list = await api.get(`/v1/scanner/lists/${listId}`);
  await store.keep(`list ${listId}`, list);
  await store.keep(`counters ${listId}`, list.counters);
  const known = await store.bundleOf(listId);
  const bundle = known?.version === list.bundleVersion ? known : await fetchList(listId, known, root);
  await store.keepBundle(listId, bundle);
  await refreshTrust(root);
  await refreshEndedCards(root);
  report(true);
  return { list, bundle };
}

/** What changed of the list that is here; all of it where nothing is, or where the parts do not make the whole. */
async function fetchList(listId, known, root) {
  if (known) {
    try {
      const delta = await api.post(`/v1/scanner/lists/${listId}/delta`, { parts: await partDigests(known.records) });
      return await openDelta(delta, known, root);
    } catch (failure) {
      if (!(failure instanceof ForgedList)) throw failure;
    }
  }
  return openList(await api.get(`/v1/scanner/lists/${listId}/bundle`), root);
}

async function refreshTrust(root) {
  const known = await store.kept('trust');
  const response = await unlessKnown('/.well-known/epb/bundle', known?.etag, { open: true });
  if (!response) return;
  const trust = await openTrust(await response.text(), root, known?.trust ?? null, rightNow());
  await store.keep('trust', { trust, etag: response.headers.get('etag'), readAt: Date.now() });
}

async function refreshEndedCards(root) {
  const known = await store.kept('ended');
  const response = await unlessKnown('/.well-known/epb/ended-cards', known?.etag, { open: true });
  if (!response) return;
  const list = await openEndedCards(await response.text(), root, known?.list ?? null);
  await store.keep('ended', { list, etag: response.headers.get('etag') });
}

/** The answer, or nothing when it is what we have. */
async function unlessKnown(path, etag, options = {}) {
  const response = await api.get(path, { as: 'response', headers: etag ? { 'If-None-Match': etag } : {}, ...options });
  return response.status === 304 ? null : response;
}

export async function kept(listId) {
  return { list: await store.kept(`list ${listId}`), bundle: await store.bundleOf(listId) };
}

/**
 * One scan: it is in the queue before anything else happens, so that nothing that happened is lost.
 * @param {string} listId @param {string} raw
 * @param {{type?: 'ENTRY' | 'EXIT', reason?: string, kind?: string, acceptPending?: boolean}} [how] reason: why a person is admitted by hand
 */
export async function scan(listId, raw, { type = 'ENTRY', reason, kind, acceptPending = false } = {}) {
  const now = rightNow();
  const code = readCode(raw);
  const entry = await store.enqueue({
    scanId: newId(now), listIds: [listId], credential: { kind: kind ?? (code.kind === 'NUMBER' ? 'NUMBER' : 'QR'), raw: code.text.slice(0, 2000) }, type,
    scannedAt: new Date().toISOString(), ...startClock(), override: reason ? { reason } : null, acceptPending,
    operatorId: (await operator())?.operatorId ?? null,
  });
  return decideOn(listId, entry, now);
}

/** The same scan with the answers to its questions. @param {string} listId @param {any} entry @param {Record<string, string>} answers */
export async function complete(listId, entry, answers) {
  return decideOn(listId, { ...entry, answers }, rightNow());
}

/** Nobody answered: she is not inside, and that is what is delivered. @param {any} entry */
export async function giveUp(entry) {
  const { held, ...scan } = entry;
  await store.replaceInQueue(scan);
  syncLater();
}

async function decideOn(listId, entry, now) {
  const { door } = await store.kept('device');
  const decision = (await askServer(entry)) ?? (await decideAlone(listId, entry, now));
  if (decision.outcome === 'INCOMPLETE') {
    const { outcome, reason } = decision;
    const held = { ...entry, held: true, deviceDecision: { outcome, reason, bundleVersion: null, decidedAt: entry.scannedAt } };
    await store.replaceInQueue(held);
    return { ...decision, entry: held };
  }
  await settle(listId, entry, decision, door);
  return { ...decision, raw: entry.credential.raw, entry };
}

function startClock() {
  return { monotonicMs: Math.round(performance.now()), bootId: BOOT };
}

async function askServer(entry) {
  if (!link.online) return null;
  try {
    const decision = await api.post('/v1/scanner/scans', sent(entry), { key: entry.scanId, timeout: ONLINE_ANSWER });
    if (decision.outcome !== 'INCOMPLETE') await store.leaveQueue([entry.scanId]);
    report(true);
    return { ...decision, origin: 'ONLINE' };
  } catch (failure) {
    if (isEnded(failure)) throw await end();
    if (failure instanceof Problem && failure.status < 500 && ![409, 429].includes(failure.status)) {
      return { outcome: 'NOT_DECIDED', reason: failure.code, message: failure.message, origin: 'ONLINE' };
    }
    report(!(failure instanceof NoConnection) && link.online);
    syncLater();
    return null;
  }
}

/** What is ours alone does not travel. @param {any} entry */
function sent({ held, deviceDecision, ...scan }) {
  return scan;
}

function isEnded(failure) {
  return failure instanceof NotEnrolled || (failure instanceof Problem && failure.code === 'DEVICE_REVOKED');
}

/** Names and lists go at once; what waits is delivered, and then the phone forgets everything. */
async function end() {
  await store.eraseButQueue();
  sync();
  return new NotEnrolled();
}

/** All that this phone knows without a network. */
async function knowledge(listId, now) {
  const bundle = await store.bundleOf(listId);
  const { door } = await store.kept('device');
  return {
    bundle, now, door,
    verify: async (text) => verifyWith((await store.kept('trust'))?.trust, bundle.event, text, now),
    unseal: (kind, secret) => unsealWith(bundle, kind, secret),
    handleOf: (ticket) => handleWith(bundle, ticket),
    ended: async (token) => hasEnded((await store.kept('ended'))?.list, token),
    presence: (handle) => store.presenceOf(listId, handle),
  };
}

async function decideAlone(listId, entry, now) {
  const known = await knowledge(listId, now);
  const { bundle } = known;
  const { role } = await store.kept('device');
  const forced = role === 'REGISTRAR' && entry.override?.reason === 'REGISTRAR_DECISION';
  const { raw } = entry.credential;
  const decision = await decide(raw, { type: entry.type, forced, answers: entry.answers }, known);
  const { outcome, reason } = decision;
  if (outcome === 'ADMITTED') {
    const others = await Promise.all((await lists()).map(({ id }) => knowledge(id, now)));
    for (const left of await leftBehind(raw, bundle, others)) {
      await store.keepPresence(left.listId, left.handle, { at: entry.scannedAt, present: false });
    }
  }
  await store.replaceInQueue({ ...sent(entry), deviceDecision: { outcome, reason, bundleVersion: bundle?.version ?? null, decidedAt: new Date().toISOString() } });
  syncLater();
  return { ...decision, origin: 'OFFLINE' };
}

/** Remembers who is inside, so that a second scan is known without a network too. */
async function settle(listId, entry, decision, door) {
  const handle = decision.person?.handle;
  const { outcome, reason, origin } = decision;
  if (handle) {
    const known = await store.presenceOf(listId, handle);
    decision.byThisDevice = outcome === 'DUPLICATE' && Boolean(known?.own) && Date.parse(entry.scannedAt) - Date.parse(known.at) < JUST_NOW;
    if (outcome === 'ADMITTED') await store.keepPresence(listId, handle, { at: entry.scannedAt, door, present: true, own: true, entries: [Date.parse(entry.scannedAt)] });
    if (outcome === 'EXITED') await store.keepPresence(listId, handle, { at: entry.scannedAt, door, present: false });
    if (decision.first) await store.keepPresence(listId, handle, { ...decision.first, present: true });
  }
  if (decision.counters) await store.keep(`counters ${listId}`, decision.counters);
  await store.remember({ scanId: entry.scanId, listId, scannedAt: entry.scannedAt, outcome, reason, origin, handle, shortName: decision.person?.shortName ?? '' });
}

function syncLater() {
  clearTimeout(link.timer);
  link.timer = setTimeout(sync, backOff(link.failures));
}

/**
 * Takes an entry back: at once where there is a network, else when there is one.
 * @param {string} listId @param {{scanId: string, handle?: string, scannedAt: string}} entry
 */
export async function takeBack(listId, entry) {
  const taken = { voidId: newId(), scanId: entry.scanId, at: new Date().toISOString(), reason: 'Отмечено по ошибке' };
  let answer = { outcome: 'VOIDED', message: 'Отметка отменена' };
  const isHere = (await store.queue()).every((scan) => scan.scanId !== entry.scanId);
  try {
    if (!link.online || !isHere) throw new NoConnection();
    answer = await api.post(`/v1/scanner/scans/${entry.scanId}/void`, taken, { timeout: ONLINE_ANSWER });
  } catch (failure) {
    if (!(failure instanceof NoConnection)) throw failure;
    await store.queueVoid(taken);
    syncLater();
  }
  if (answer.outcome === 'VOIDED') {
    if (entry.handle) await store.forgetEntry(listId, entry.handle, Date.parse(entry.scannedAt));
    await store.remember({ ...entry, listId, takenBack: true });
  }
  return answer;
}

/** People of the meeting by name; on a registrar's phone, with a network. @param {string} listId @param {string} typed */
export async function search(listId, typed) {
  return (await api.get(`/v1/scanner/lists/${listId}/search?q=${encodeURIComponent(typed)}`)).items;
}

/** Who holds this phone from now on: her scans say so. @param {string} pin */
export async function takePhone(pin) {
  const operator = await api.post('/v1/scanner/operator', { pin });
  await store.keep('operator', operator);
  return operator;
}

export async function operator() {
  return store.kept('operator');
}

/** Sheets of paper of a list; on a registrar's phone, with a network. @param {string} listId */
export function sheets(listId) {
  return api.get(`/v1/scanner/lists/${listId}/sheets`);
}

/** @param {string} listId @param {string} sheetId @param {{line: number, credential: object, type: string, at: string}} line */
export function enterLine(listId, sheetId, line) {
  return api.post(`/v1/scanner/lists/${listId}/sheets/${sheetId}/lines`, line);
}

/** How all doors of a list are doing. @param {string} listId */
export function status(listId) {
  return api.get(`/v1/scanner/lists/${listId}/status`);
}

/** Sends what waits, oldest first, until the queue is empty; learns who came through other doors. */
export async function sync() {
  clearTimeout(link.timer);
  const [list] = (await lists()).length ? await lists() : (await store.queue()).map((scan) => ({ id: scan.listIds[0] }));
  if (link.syncing || !list) return;
  link.syncing = true;
  try {
    do {
      const waiting = await store.queue();
      const scans = nextBatch(waiting, link.missing);
      const voids = (await store.voids()).slice(0, BATCH);
      const cursor = (await store.kept('cursor')) ?? null;
      const state = { queueLength: waiting.length, bundleMadeAt: (await store.bundleOf(list.id))?.madeAt ?? null };
      const answer = await api.post('/v1/scanner/sync', { syncId: newId(), deviceClock: new Date().toISOString(), ...startClock(), cursor, scans, voids, state });
      const gone = acknowledged(scans, answer);
      await store.leaveQueue(gone);
      await store.leaveVoids(answer.voids.filter((one) => one.outcome).map((one) => one.voidId));
      if (answer.commands.includes('WIPE')) {
        if ((await store.queue()).length === 0) await store.eraseAll();
      } else await learn(answer);
      if (gone.length === 0) break;
    } while ((await store.queue()).length > 0);
    link.failures = 0;
    report(true);
  } catch (failure) {
    link.failures++;
    report(failure instanceof NoConnection ? false : link.online);
    if (!isEnded(failure)) syncLater();
  } finally {
    link.syncing = false;
  }
}

async function learn(answer) {
  link.missing = answer.missingSeq;
  const put = (await store.queue()).length ? store.keepPresence : store.replacePresence;
  for (const { listId, handle, ...presence } of answer.people) await put(listId, handle, presence);
  await store.keep('cursor', answer.cursor);
  const trustAge = Date.now() - ((await store.kept('trust'))?.readAt ?? 0);
  for (const { listId, counters, bundleVersion } of answer.lists) {
    await store.keep(`counters ${listId}`, counters);
    const known = await store.bundleOf(listId);
    if (known?.version !== bundleVersion || trustAge > TRUST_AGE) download(listId).catch(() => {});
  }
}

export async function waiting() {
  return (await store.queue()).length;
}

addEventListener('online', sync);
addEventListener('offline', () => report(false));
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sync());
