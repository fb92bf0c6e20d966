import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, toast } from '../shared/elements.js';
import { digits, inFours, isoDate, isTicketNumber } from '../shared/numbers.js';
import { activate, askForCode } from './first-visit.js';
import { isInsideAnotherApp } from './surroundings.js';

/** First visit: the slip from the chair names the member, the birth date and the code prove who holds it. */
export class TicketActivation extends Screen {
  static properties = { offer: {}, revoked: { type: Boolean }, beside: { type: Boolean }, borrowed: { state: true }, errors: { state: true } };

  constructor() {
    super();
    this.errors = {};
  }

  /** What was typed, or null when something is wrong with it. @param {boolean} withCode */
  #typed(withCode) {
    const form = new FormData(this.querySelector('form'));
    const ticketNumber = digits(String(form.get('ticket') ?? ''));
    const birthDate = isoDate(String(form.get('birth')));
    const code = digits(String(form.get('code')));
    const pin = this.#isLocked() ? digits(String(form.get('pin'))) : null;
    this.errors = {
      ...(!this.offer && !isTicketNumber(ticketNumber) ? { ticket: 'Проверьте номер билета: в нём 10 цифр' } : {}),
      ...(birthDate ? {} : { birth: 'Дата рождения — день, месяц и год, например 01.09.1980' }),
      ...(code.length === 8 || !withCode ? {} : { code: 'В коде 8 цифр' }),
      ...(pin === null || pin.length === 6 || !withCode ? {} : { pin: 'Придумайте 6 цифр' }),
    };
    const first = Object.keys(this.errors)[0];
    if (first) this.querySelector(`#${first}`).focus();
    return first ? null : { ticketNumber, birthDate, code, pin };
  }

  /** Beside another ticket, or on somebody else's phone, this one needs a code of its own. */
  #isLocked() {
    return this.beside || this.borrowed;
  }

  #askForCode() {
    const typed = this.#typed(false);
    if (!typed) return;
    this.work(async () => {
      await askForCode(typed.ticketNumber, typed.birthDate);
      toast('Если в профсоюзе есть ваш телефон или почта, код придёт туда');
    });
  }

  #submit(event) {
    event.preventDefault();
    const typed = this.#typed(true);
    if (!typed) return;
    const { ticketNumber, birthDate, code, pin } = typed;
    this.work(async () => {
      await activate({ offer: this.offer ?? '', ticketNumber: this.offer ? '' : ticketNumber, birthDate, code }, pin);
      this.dispatchEvent(new CustomEvent('activated', { bubbles: true }));
    });
  }

  /** Digits in groups while typing, without moving the cursor from the end. */
  #group(event, groups) {
    const input = event.target;
    if (input.selectionStart !== input.value.length) return;
    input.value = groups(digits(input.value));
  }

  render() {
    return html`
      ${this.beside ? button('‹ Назад', false, { style: 'plain back', onClick: () => this.dispatchEvent(new CustomEvent('forgotten', { bubbles: true })) }) : nothing}
      <header>
        <h1>Профсоюзный билет</h1>
        <p class="soft">Всегда с вами и работает без интернета.</p>
      </header>
      ${this.revoked ? revokedHere() : nothing}
      ${isInsideAnotherApp() ? insideApp() : nothing}
      ${errorSummary(this.failure)}
      <form class="panel" novalidate @submit=${this.#submit}>
        <p>Председатель выдал вам листок с кодом. Введите то, что на нём написано.</p>
        ${this.offer
          ? html`<p class="notice good">✔ Листок прочитан. Осталось два поля.</p>`
          : field({
              label: 'Номер билета', name: 'ticket', hint: '10 цифр', mode: 'numeric', class: 'code', error: this.errors.ticket,
              onInput: (event) => this.#group(event, (text) => inFours(text.slice(0, 10))),
            })}
        ${field({
          label: 'Дата рождения', name: 'birth', hint: 'Например, 01.09.1980', mode: 'numeric', autocomplete: 'bday', error: this.errors.birth,
          onInput: (event) => this.#group(event, dotted),
        })}
        ${field({
          label: 'Код с листка', name: 'code', hint: '8 цифр', mode: 'numeric', autocomplete: 'one-time-code', class: 'code', error: this.errors.code,
          onInput: (event) => this.#group(event, (text) => inFours(text.slice(0, 8))),
        })}
        ${this.beside ? nothing : html`<label class="tick"><input type="checkbox" @change=${(event) => (this.borrowed = event.target.checked)} />Это чужой телефон</label>`}
        ${this.#isLocked()
          ? field({ label: 'Придумайте код для билета', name: 'pin', type: 'password', hint: '6 цифр. Без них билет здесь никто не откроет', mode: 'numeric', autocomplete: 'new-password', class: 'code', error: this.errors.pin })
          : nothing}
        ${button('Открыть мой билет', this.busy, { style: 'wide' })}
        ${this.offer ? nothing : html`<p></p>${button('Нет листка? Прислать код', this.busy, { style: 'plain wide', onClick: () => this.#askForCode() })}`}
      </form>
      <div class="help">
        <p><b>Нет листка или код не подходит?</b> Попросите председателя первичной организации напечатать новый: это минута.</p>
        <p><b>Нет смартфона?</b> Председатель выдаст пластиковую карту. Она действует так же.</p>
      </div>`;
  }
}

/** «01091980» → «01.09.1980» @param {string} text */
export function dotted(text) {
  return [text.slice(0, 2), text.slice(2, 4), text.slice(4, 8)].filter(Boolean).join('.');
}

function revokedHere() {
  return html`<div class="notice warn"><p><b>Билет на этом телефоне отключён.</b> Вы отключили его с другого телефона, его место занял новый телефон, или это сделал председатель. Членство не прекратилось.</p>
    <p>Чтобы вернуть билет сюда, попросите у председателя новый листок.</p></div>`;
}

function insideApp() {
  const copy = (event) => navigator.clipboard?.writeText(location.href).then(() => (event.target.textContent = 'Скопировано'));
  return html`<div class="notice warn">
    <p><b>Откройте эту страницу в браузере.</b> Внутри другого приложения билет не сохранится.</p>
    <button class="quiet" type="button" @click=${copy}>Скопировать ссылку</button>
  </div>`;
}

customElements.define('ticket-activation', TicketActivation);
