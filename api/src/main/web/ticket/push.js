// Messages to this phone by Web Push: switched on by the member's own tap only, told to the server at every start.
import { api } from './member.js';
import { isApple, isInstalled } from './surroundings.js';

const TARGETS = '/v1/member/push-targets';

/** The browser let the page ask, but has no push service that answers. */
export class NoPushService extends Error {
  constructor() {
    super('Браузер не смог подключить уведомления. Проверьте интернет и повторите; если не выйдет, откройте билет в другом браузере.');
  }
}

/** @returns {Promise<'ON' | 'OFF' | 'REFUSED' | 'INSTALL_FIRST' | 'UNSUPPORTED'>} how it stands on this phone */
export async function pushState() {
  if (!('PushManager' in window && 'Notification' in window)) return isApple() && !isInstalled() ? 'INSTALL_FIRST' : 'UNSUPPORTED';
  if (Notification.permission === 'denied') return 'REFUSED';
  return (await subscription()) ? 'ON' : 'OFF';
}

/** Asks the browser for permission: only to be called from a tap. */
export async function turnOn() {
  if ((await Notification.requestPermission()) !== 'granted') return;
  const { applicationServerKey } = await api.get(TARGETS);
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that was made with another key of the server would stand in the way.
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }).catch(() => {
    throw new NoPushService();
  });
  await api.call('PUT', TARGETS, { body: registration(made) });
}

export async function turnOff() {
  const made = await subscription();
  if (!made) return;
  await made.unsubscribe();
  await api.post(`${TARGETS}/removals`, registration(made));
}

/** By this the server tells a living page from one that is gone. */
export async function sayAgain() {
  if ((await pushState()) === 'ON') await api.call('PUT', TARGETS, { body: registration(await subscription()) });
}

async function subscription() {
  const worker = await navigator.serviceWorker?.getRegistration('/ticket');
  return (await worker?.pushManager?.getSubscription()) ?? null;
}

/** @param {PushSubscription} made */
function registration(made) {
  const { endpoint, keys } = made.toJSON();
  return { kind: 'WEB_PUSH', subscription: { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } } };
}
