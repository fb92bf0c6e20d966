/** Keeps the page for times without a network. Absent in some in-app browsers. @param {string} page */
export function keepOffline(page) {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(`/${page}-worker.js`, { scope: `/${page}` }).catch(() => {});
  navigator.storage?.persist?.().catch(() => {});
}

/** @param {() => void} change @returns {() => void} */
export function onConnection(change) {
  addEventListener('online', change);
  addEventListener('offline', change);
  return () => {
    removeEventListener('online', change);
    removeEventListener('offline', change);
  };
}
