import { html } from 'lit';
import { Screen, button, errorSummary, field, loading } from '../shared/elements.js';
import { enrolSecondFactor, passSecondFactor, who } from './session.js';
import { qrImage } from './qr-image.js';

/** The second step of signing in: connect an app once, then its code each time. */
export class DeskSecondStep extends Screen {
  static properties = { enrolment: { state: true }, recovery: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    if (who().secondFactor === 'SETUP') this.work(async () => (this.enrolment = await enrolSecondFactor()));
  }

  #pass(event) {
    event.preventDefault();
    const code = String(new FormData(event.target).get('code')).trim();
    this.work(async () => {
      this.recovery = await passSecondFactor(code);
      if (this.recovery.length === 0) this.#done();
    });
  }

  #done() {
    this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
  }

  render() {
    return html`<p class="brand"><img src="/icons/icon.svg" alt="" width="30" height="30" />Профбилет</p>
      ${this.recovery?.length ? this.#keep() : who().secondFactor === 'SETUP' ? this.#setup() : this.#ask()}`;
  }

  #ask() {
    return html`<h1>Код из приложения</h1>
      <p class="soft">Откройте на телефоне приложение с кодами и введите шесть цифр для «Профбилет».</p>
      ${errorSummary(this.failure)}
      ${this.#form('Войти', 'Телефон потерян? Введите один из запасных кодов')}
      <p class="help">Нет ни телефона, ни запасных кодов? Новый листок для входа выдаст вышестоящая организация.</p>`;
  }

  #setup() {
    return html`<h1>Подключите второй шаг входа</h1>
      <p class="soft">Одного пароля мало: вам видны данные целых территорий. Второй шаг — код в телефоне, он меняется каждые 30 секунд.</p>
      ${this.enrolment ? this.#steps() : this.failure ? errorSummary(this.failure) : loading()}`;
  }

  #steps() {
    return html`${errorSummary(this.failure)}<div class="panel slip">
      <ol>
        <li>Установите на телефон любое приложение с кодами: «Яндекс Ключ», FreeOTP, Google Authenticator.</li>
        <li>Наведите его камеру на этот код или введите ключ руками:</li>
      </ol>
      ${qrImage(this.enrolment.uri, 'Код для приложения')}
      <p class="key" data-secret=${this.enrolment.secret}>${this.enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <ol start="3"><li>Введите шесть цифр, которые покажет приложение:</li></ol>
      ${this.#form('Подключить')}
    </div>`;
  }

  #form(words, hint) {
    return html`<form novalidate @submit=${this.#pass}>
      ${field({ label: 'Код', name: 'code', mode: 'numeric', autocomplete: 'one-time-code', hint })}
      ${button(words, this.busy, { style: 'wide' })}
    </form>`;
  }

  #keep() {
    return html`<h1>Запишите запасные коды</h1>
      <p class="soft">Если телефон потеряется, войти поможет один из них. Каждый действует один раз. Больше мы их не покажем.</p>
      <div class="panel"><ul class="codes">${this.recovery.map((code) => html`<li class="number">${code}</li>`)}</ul></div>
      <div class="row no-print">${button('Коды записаны, продолжить', false, { onClick: () => this.#done() })}
      ${button('Напечатать', false, { style: 'quiet', onClick: () => print() })}</div>`;
  }
}

customElements.define('desk-second-step', DeskSecondStep);
