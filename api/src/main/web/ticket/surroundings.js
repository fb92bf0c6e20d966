// Browsers inside messengers have no service worker or lose storage: the ticket belongs into a real one.

export function isInsideAnotherApp(agent = navigator.userAgent, hasWorker = 'serviceWorker' in navigator) {
  return !hasWorker || /VKAndroidApp|vkclient|VK\/|Telegram|Instagram|FBAN|FBAV|\bOK\/|OdnoklassnikiApp/i.test(agent);
}

export function isApple(agent = navigator.userAgent) {
  return /iPhone|iPad|iPod/.test(agent);
}

export function isInstalled() {
  return matchMedia('(display-mode: standalone)').matches || /** @type {any} */ (navigator).standalone === true;
}
