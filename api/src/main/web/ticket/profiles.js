import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field } from '../shared/elements.js';
import { digits } from '../shared/numbers.js';
import { plural } from '../shared/plural.js';
import { listLocked, unlock } from './locked.js';

/** Whose ticket: several people, one phone, a code each. */
export class TicketProfiles extends Screen {
  static properties = { beside: { type: Boolean }, people: { state: true }, chosen: { state: true }, wrong: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.people = await listLocked();
    this.chosen = this.people.length === 1 ? this.people[0].id : null;
  }

  #submit(event) {
    event.preventDefault();
    const pin = digits(this.querySelector('#pin').value);
    this.work(async () => {
      const left = pin.length === 6 ? await unlock(this.chosen, pin) : null;
      if (left === -1) return this.#say('activated');
      this.wrong = left === null ? 'В коде 6 цифр' : left > 0 ? `Код не подошёл. Осталось: ${plural(left, 'try')}` : null;
      if (left !== 0) return this.querySelector('#pin').focus();
      await this.#load();
      if (this.people.length === 0) this.#say('forgotten');
      return undefined;
    });
  }

  #say(name) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }

  render() {
    return html`${this.beside ? button('‹ Назад', false, { style: 'plain back', onClick: () => this.#say('forgotten') }) : nothing}
      <h1>Чей билет открыть?</h1>
      ${errorSummary(this.failure)}
      ${(this.people ?? []).map((person) => html`<section class="panel">
        <h2>${person.name}</h2>
        ${person.id === this.chosen
          ? html`<form novalidate @submit=${this.#submit}>
              ${field({ label: 'Ваш код', name: 'pin', type: 'password', mode: 'numeric', class: 'code', hint: '6 цифр. После пяти ошибок билет исчезнет с этого телефона', error: this.wrong })}
              ${button('Открыть билет', this.busy, { style: 'wide' })}</form>`
          : button(html`Это я<span class="visually-hidden">: ${person.name}</span>`, false, { style: 'quiet wide', onClick: () => this.#choose(person.id) })}
      </section>`)}
      <p>${button('Открыть ещё один билет', false, { style: 'plain wide', onClick: () => this.#say('another') })}</p>
      ${this.people?.length ? html`<p class="soft">Забыли код? Откройте билет ещё раз по новому листку: прежний здесь перестанет действовать, когда вы отключите его в «Моих телефонах».</p>` : nothing}`;
  }

  #choose(id) {
    this.chosen = id;
    this.wrong = null;
  }
}

customElements.define('ticket-profiles', TicketProfiles);
