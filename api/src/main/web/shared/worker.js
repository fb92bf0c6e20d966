// The service worker of one page. PAGE, VERSION and FILES are put in by build.js.
/* global PAGE, VERSION, FILES */
const CACHE = `${PAGE}-${VERSION}`;

self.addEventListener('install', (event) => {
  const files = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith(`${PAGE}-`) && name !== CACHE;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  const file = event.request.mode === 'navigate' ? `/${PAGE}` : url.pathname;
  if (!FILES.includes(file)) return;
  event.respondWith(caches.match(file, { cacheName: CACHE }).then((kept) => kept ?? fetch(event.request)));
});

self.addEventListener('push', (event) => {
  // The push only says "look": the text is what the server chose to show on a locked screen.
  const { delivery, text } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification('Профсоюзный билет', {
    body: text ?? 'Новое сообщение Профсоюза',
    icon: '/icons/icon-192.png',
    // A copy takes the place of the first one.
    tag: delivery,
  }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(look());
});

/** An open page comes to the front and asks the server anew by itself; else one is opened. */
async function look() {
  const pages = await self.clients.matchAll({ type: 'window' });
  const open = pages.find((page) => new URL(page.url).pathname === `/${PAGE}`);
  return open ? open.focus() : self.clients.openWindow(`/${PAGE}`);
}
