import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field } from '../shared/elements.js';
import { changePassword, signIn } from './session.js';
import './open-account.js';

const SHORTEST = 10;

/** Login and password; the password that was handed out must be changed before anything else. */
export class DeskSignIn extends Screen {
  static properties = { change: { type: Boolean }, wrong: { state: true }, slip: { state: true } };

  #signIn(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const login = String(form.get('login')).trim();
    this.used = String(form.get('password'));
    this.work(async () => {
      await signIn(login, this.used);
      this.#done();
    });
  }

  #change(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const next = String(form.get('next'));
    this.wrong = next.length < SHORTEST ? `Нужно не меньше ${SHORTEST} знаков` : next !== form.get('again') ? 'Пароли не совпадают' : null;
    if (this.wrong) return;
    this.work(async () => {
      await changePassword(String(form.get('current') ?? this.used), next);
      this.used = null;
      this.#done();
    });
  }

  #done() {
    this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
  }

  render() {
    return html`
      <p class="brand"><img src="/icons/icon.svg" alt="" width="30" height="30" />Профбилет</p>
      ${this.change ? this.#changeForm() : this.slip ? html`<desk-open-account></desk-open-account>` : this.#signInForm()}`;
  }

  #signInForm() {
    return html`<h1>Вход</h1>
      <p class="soft">Рабочее место председателя и сотрудника.</p>
      ${errorSummary(this.failure)}
      <form class="panel" novalidate @submit=${this.#signIn}>
        ${field({ label: 'Логин', name: 'login', autocomplete: 'username' })}
        ${field({ label: 'Пароль', name: 'password', type: 'password', autocomplete: 'current-password' })}
        ${button('Войти', this.busy, { style: 'wide' })}
      </form>
      <p>${button('У меня листок с кодом', false, { style: 'quiet wide', onClick: () => (this.slip = true) })}</p>
      <p class="help">Нет логина или забыли пароль? Листок выдаёт вышестоящая организация.</p>`;
  }

  #changeForm() {
    return html`<h1>Придумайте свой пароль</h1>
      <p class="soft">Пароль, который вам выдали, знаете не только вы. Смените его, и можно работать.</p>
      ${errorSummary(this.failure)}
      <form class="panel" novalidate @submit=${this.#change}>
        ${this.used ? nothing : field({ label: 'Нынешний пароль', name: 'current', type: 'password', autocomplete: 'current-password' })}
        ${field({ label: 'Новый пароль', name: 'next', type: 'password', autocomplete: 'new-password', hint: `Не меньше ${SHORTEST} знаков. Хорош длинный: три-четыре слова`, error: this.wrong })}
        ${field({ label: 'Новый пароль ещё раз', name: 'again', type: 'password', autocomplete: 'new-password' })}
        ${button('Сменить пароль', this.busy, { style: 'wide' })}
      </form>`;
  }
}

customElements.define('desk-sign-in', DeskSignIn);
