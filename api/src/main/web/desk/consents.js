import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { today } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { everyoneExcept } from './everyone-except.js';
import { consentForms, listWithoutConsent, recordConsents } from './register.js';
import { PURPOSES } from './words.js';

const CHANNEL_NAMES = { SMS: 'СМС', PUSH: 'Сообщения на телефон', EMAIL: 'Электронная почта' };

/** Who has not agreed yet; printing the forms; recording the signed ones. */
export class DeskConsents extends Screen {
  static properties = { primary: {}, purpose: {}, people: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary') || changed.has('purpose')) this.#load();
  }

  #load() {
    this.people = null;
    this.left = new Set();
    this.signedOn ??= today();
    this.channels = new Set(['PUSH', 'EMAIL', 'SMS']);
    // A repeat after a lost answer carries the same key, so that nothing is recorded twice.
    this.key = newId();
    return this.work(async () => {
      this.people = (await listWithoutConsent(this.primary, this.purpose)).items;
    });
  }

  #record(event) {
    event.preventDefault();
    const personIds = this.people.filter((one) => !this.left.has(one.personId)).map((one) => one.personId);
    const channels = this.purpose === 'MESSAGES' ? [...this.channels] : [];
    this.work(async () => {
      await recordConsents(this.primary, { purpose: this.purpose, channels, signedOn: this.signedOn, personIds }, this.key);
      toast(`Сохранено: ${plural(personIds.length, 'consent')}`);
      this.busy = false;
      await this.#load();
    });
  }

  #print() {
    const personIds = this.people.filter((one) => !this.left.has(one.personId)).map((one) => one.personId);
    this.work(async () => save(await consentForms(this.primary, this.purpose, personIds), `Согласия — ${PURPOSES[this.purpose]}.pdf`));
  }

  render() {
    return html`
      <div class="head"><div><h1>${this.people ? `Без согласия: ${this.people.length}` : 'Согласия'}</h1><p>Бумаги с подписями хранятся в профкоме.</p></div></div>
      ${errorSummary(this.failure)}
      <fieldset class="panel"><legend class="visually-hidden">Цель</legend>
        ${Object.entries(PURPOSES).map(([purpose, name]) => html`<label class="tick"><input type="radio" name="purpose" .checked=${purpose === this.purpose} @change=${() => (location.hash = `consents/${purpose}`)} />${name}</label>`)}
      </fieldset>
      ${!this.people ? (this.failure ? nothing : loading()) : this.people.length ? this.#form() : html`<div class="panel all-done"><div class="sign" aria-hidden="true">✔</div><p>На эту цель согласие дали все.</p></div>`}`;
  }

  #form() {
    const chosen = this.people.length - this.left.size;
    return html`<form novalidate @submit=${this.#record}>
      <div class="panel row spread"><span>Распечатайте бланки, соберите подписи, потом отметьте здесь.</span>
        ${button(`Печать бланков: ${chosen}`, this.busy, { style: 'quiet', onClick: () => this.#print(), disabled: chosen === 0 })}</div>
      <div class="field"><label for="signed">Дата подписи на бумаге</label><input id="signed" type="date" max=${today()} .value=${this.signedOn} @change=${(event) => (this.signedOn = event.target.value)} required /></div>
      ${this.purpose === 'MESSAGES' ? this.#channelTicks() : nothing}
      ${everyoneExcept({ people: this.people.map((one) => ({ id: one.personId, name: one.fullName })), left: this.left, what: 'Кто подписал', change: () => this.requestUpdate() })}
      <div class="bottom-bar">${button(`Отметить ${plural(chosen, 'consent')}`, this.busy, { style: 'wide', disabled: chosen === 0 })}</div>
    </form>`;
  }

  #channelTicks() {
    const toggle = (channel, ticked) => {
      ticked ? this.channels.add(channel) : this.channels.delete(channel);
    };
    return html`<fieldset class="panel"><legend>Каналы, отмеченные на бланке</legend>
      ${Object.entries(CHANNEL_NAMES).map(([channel, name]) => html`<label class="tick"><input type="checkbox" .checked=${this.channels.has(channel)} @change=${(event) => toggle(channel, event.target.checked)} />${name}</label>`)}</fieldset>`;
  }
}

customElements.define('desk-consents', DeskConsents);
