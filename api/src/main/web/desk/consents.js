import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, today } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { everyoneExcept } from './everyone-except.js';
import { consentSheets, listConsents, recordConsents, showPrinted } from './register.js';
import { CHANNELS, CONSENT_STATES, PURPOSES, fullName } from './words.js';

const CHANNEL_NAMES = { SMS: 'СМС', PUSH: 'Сообщения на телефон', EMAIL: 'Электронная почта' };
const PACK = 100;

/** Who has not decided yet; printing the papers; recording the signed ones. With `printed`, only the sheets printed together. */
export class DeskConsents extends Screen {
  static properties = { primary: {}, purpose: {}, printed: {}, list: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary') || changed.has('purpose') || changed.has('printed')) this.#load();
  }

  #load() {
    this.list = null;
    this.left = new Set();
    // Never filled in beforehand: the date is read from the paper, it is the evidence.
    this.signedOn = '';
    this.dateMissing = false;
    this.given = true;
    this.channels = new Set(['SMS', 'PUSH', 'EMAIL']);
    // A repeat after a lost answer carries the same key, so that nothing is recorded twice.
    this.key = newId();
    return this.work(() => this.#fetch());
  }

  async #fetch() {
    this.list = this.printed ? await showPrinted(this.primary, this.printed) : await listConsents(this.primary, this.purpose);
  }

  #waiting() {
    return this.list.members.filter((one) => one.missing);
  }

  #record(event) {
    event.preventDefault();
    this.dateMissing = !this.signedOn;
    this.requestUpdate();
    if (this.dateMissing) {
      this.updateComplete.then(() => this.querySelector('#signed').focus());
      return;
    }
    const personIds = this.#waiting().filter((one) => !this.left.has(one.personId)).map((one) => one.personId);
    const { given, signedOn, list: { purpose, textVersion } } = this;
    const channels = purpose === 'MESSAGES' ? [...this.channels] : [];
    this.work(async () => {
      const { persons } = await recordConsents(this.primary, { purpose, channels, given, signedOn, textVersion, mode: 'ONLY', personIds }, this.key);
      toast(`Сохранено. ${given ? 'Согласие' : 'Отказ'}: ${plural(persons, 'person')}`);
      await this.#fetch();
      this.left = new Set();
      this.key = newId();
    });
  }

  #print(pack) {
    this.work(async () => save(await consentSheets(this.primary, { purpose: this.purpose, pack }), `${PURPOSES[this.purpose]} — бланки ${pack}.pdf`));
  }

  render() {
    if (this.printed) return this.#printedList();
    return html`
      <div class="head"><div><h1>${this.list ? `Без согласия: ${this.list.missing}` : 'Согласия'}</h1><p>Бумаги с подписями хранятся в профкоме.</p></div></div>
      ${errorSummary(this.failure)}
      <p class="row"><a class="button quiet" href="#find-sheet">Открыть список по бланку</a><a class="button plain" href="#erasures">Уничтожение данных</a></p>
      <fieldset class="panel"><legend class="visually-hidden">Цель</legend>
        ${Object.entries(PURPOSES).map(([purpose, name]) => html`<label class="tick"><input type="radio" name="purpose" .checked=${purpose === this.purpose} @change=${() => (location.hash = `consents/${purpose}`)} />${name}</label>`)}
      </fieldset>
      ${this.list ? this.#content() : this.failure ? nothing : loading()}`;
  }

  #printedList() {
    const { list } = this;
    return html`<a class="button plain back" href="#consents">‹ Согласия</a>
      <h1>Список № ${this.printed}</h1>
      ${errorSummary(this.failure)}
      ${list ? html`<p>${PURPOSES[list.purpose]}. Бланк ${list.textVersion}, напечатан ${day(list.printedAt)}.</p>${this.#content()}` : this.failure ? nothing : loading()}`;
  }

  #content() {
    const { members } = this.list;
    if (members.length === 0) return html`<p class="panel empty">Людей пока нет. <a href="#load">Загрузите список</a>, и здесь появятся бланки для них.</p>`;
    const waiting = this.#waiting();
    const decided = members.filter((one) => !one.missing);
    return html`${waiting.length ? this.#form(waiting) : html`<div class="panel all-done"><div class="sign" aria-hidden="true">✔</div><p>Решение каждого отмечено.</p></div>`}
      ${decided.length ? html`<details class="panel"><summary>Уже отмечены: ${decided.length}</summary><ul class="decided">${decided.map((one) => decidedLine(one))}</ul></details>` : nothing}`;
  }

  #form(waiting) {
    const chosen = waiting.length - this.left.size;
    return html`
      ${this.printed ? nothing : this.#printing(waiting)}
      <form novalidate @submit=${this.#record}>
        <div class="panel">
          <div class="field"><label for="signed">Дата подписи на бумаге</label>
            ${this.dateMissing ? html`<span class="error" id="signed-error">Поставьте дату, которая стоит на бумаге</span>` : nothing}
            <input id="signed" type="date" max=${today()} .value=${this.signedOn} aria-invalid=${this.dateMissing ? 'true' : nothing} aria-describedby=${this.dateMissing ? 'signed-error' : nothing} @change=${(event) => (this.signedOn = event.target.value)} required /></div>
          <fieldset><legend>Что подписали</legend>
            <label class="tick"><input type="radio" name="given" .checked=${this.given} @change=${() => this.#mark(true)} />Согласие</label>
            <label class="tick"><input type="radio" name="given" .checked=${!this.given} @change=${() => this.#mark(false)} />Отказ</label></fieldset>
          ${this.list.purpose === 'MESSAGES' ? this.#channelTicks() : nothing}
        </div>
        ${everyoneExcept({ people: waiting.map((one) => ({ id: one.personId, name: fullName(one) })), left: this.left, what: 'Кто подписал', change: () => this.requestUpdate() })}
        <div class="bottom-bar">${button(this.given ? `Отметить ${plural(chosen, 'consent')}` : `Отметить отказ: ${chosen}`, this.busy, { style: 'wide', disabled: chosen === 0 || (this.list.purpose === 'MESSAGES' && this.channels.size === 0) })}</div>
      </form>`;
  }

  #printing(waiting) {
    const packs = Math.ceil(waiting.length / PACK);
    return html`<div class="panel"><p>Распечатайте бланки, соберите подписи, потом отметьте здесь.</p>
      <div class="row">${Array.from({ length: packs }, (_, place) => this.#packButton(place + 1, packs, waiting.length))}</div></div>`;
  }

  #packButton(pack, packs, count) {
    const name = packs === 1 ? `Печать бланков: ${count}` : `Печать ${(pack - 1) * PACK + 1}–${Math.min(pack * PACK, count)}`;
    return button(name, this.busy, { style: 'quiet', onClick: () => this.#print(pack) });
  }

  #mark(given) {
    this.given = given;
    this.requestUpdate();
  }

  #channelTicks() {
    const toggle = (channel, ticked) => {
      ticked ? this.channels.add(channel) : this.channels.delete(channel);
      this.requestUpdate();
    };
    return html`<fieldset><legend>Каналы, отмеченные на бланке</legend>
      ${Object.entries(CHANNEL_NAMES).map(([channel, name]) => html`<label class="tick"><input type="checkbox" .checked=${this.channels.has(channel)} @change=${(event) => toggle(channel, event.target.checked)} />${name}</label>`)}</fieldset>`;
  }
}

function decidedLine(one) {
  const words = one.decisions.map(({ channel, state }) => `${channel ? `${CHANNELS[channel] ?? channel} ` : ''}${CONSENT_STATES[state] ?? state}`);
  return html`<li><a href="#person/${one.personId}">${fullName(one)}</a> <small>${words.join(', ')}</small></li>`;
}

customElements.define('desk-consents', DeskConsents);
