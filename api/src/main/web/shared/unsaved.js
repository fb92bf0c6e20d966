// What was typed and not sent yet: a tap beside the button must not lose it.
/** @type {HTMLFormElement | null} */
let touched = null;
/** @type {HTMLFormElement | null} */
let sent = null;

/** Watches the forms inside. @param {EventTarget} page */
export function guardForms(page) {
  page.addEventListener('input', (event) => (touched = /** @type {Element} */ (event.target).closest('main.desk form') ?? touched));
  page.addEventListener('submit', () => {
    sent = touched;
    touched = null;
  });
  addEventListener('beforeunload', (event) => isUnsaved() && event.preventDefault());
}

export function isUnsaved() {
  return Boolean(touched?.isConnected);
}

/** The server did not take it: what was typed is still worth a question. */
export function notSent() {
  touched ??= sent;
}

export function forgetUnsaved() {
  touched = sent = null;
}
