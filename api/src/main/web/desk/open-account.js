import { html } from 'lit';
import { Screen, button, errorSummary, field } from '../shared/elements.js';
import { activateAccount, signIn } from './session.js';

const SHORTEST = 10;

/** The slip from above: login, code, and a password that nobody else ever knows. */
export class DeskOpenAccount extends Screen {
  static properties = { wrong: { state: true } };

  #open(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const [login, code, next, again] = ['login', 'code', 'next', 'again'].map((name) => String(form.get(name)));
    this.wrong = next.length < SHORTEST ? `Нужно не меньше ${SHORTEST} знаков` : next !== again ? 'Пароли не совпадают' : null;
    if (this.wrong) return;
    this.work(async () => {
      await activateAccount({ login: login.trim(), code: code.trim(), password: next });
      await signIn(login.trim(), next);
      this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
    });
  }

  render() {
    return html`<h1>Первый вход по листку</h1>
      <p class="soft">Листок с логином и кодом выдала вышестоящая организация. Код действует 14 дней и один раз.</p>
      ${errorSummary(this.failure)}
      <form class="panel" novalidate @submit=${this.#open}>
        ${field({ label: 'Логин', name: 'login', autocomplete: 'username' })}
        ${field({ label: 'Код с листка', name: 'code', hint: 'Десять знаков, например ABCDE-23456' })}
        ${field({ label: 'Ваш новый пароль', name: 'next', type: 'password', autocomplete: 'new-password', hint: `Не меньше ${SHORTEST} знаков. Хорош длинный: три-четыре слова`, error: this.wrong })}
        ${field({ label: 'Новый пароль ещё раз', name: 'again', type: 'password', autocomplete: 'new-password' })}
        ${button('Открыть доступ', this.busy, { style: 'wide' })}
      </form>`;
  }
}

customElements.define('desk-open-account', DeskOpenAccount);
