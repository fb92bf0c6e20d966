// A USB or Bluetooth scanner types like a keyboard and ends with Enter. People never type that fast.
const FAST = 60;

/** @param {(text: string) => void} onCode @returns {() => void} stops listening */
export function listenToWedge(onCode) {
  let text = '';
  let last = 0;
  const listen = (/** @type {KeyboardEvent} */ event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = performance.now();
    if (now - last > FAST * 8) text = '';
    last = now;
    if (event.key === 'Enter') {
      if (text.length >= 8) {
        event.preventDefault();
        onCode(asLatin(text));
      }
      text = '';
    } else if (event.key.length === 1) {
      text += event.key;
    }
  };
  addEventListener('keydown', listen, true);
  return () => removeEventListener('keydown', listen, true);
}

const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ№.';
const LATIN = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>#/';

/** Under a Russian layout «EPB1:» arrives as «УЗИ1Ж»: the keys are the same, the letters are not. @param {string} text */
export function asLatin(text) {
  if (!/[а-яё]/i.test(text)) return text;
  return [...text].map((letter) => (RUSSIAN.includes(letter) ? LATIN[RUSSIAN.indexOf(letter)] : letter)).join('');
}
