import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { shortDay, today } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { plural } from '../shared/plural.js';
import { everyoneExcept } from './everyone-except.js';
import { issueCards, listCards } from './register.js';
import { CARD_STATES } from './words.js';

/** Cards that lie with the chair: marked as handed out, one by one or all but a few. */
export class DeskHandOut extends Screen {
  static properties = { primary: {}, cards: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.#load();
  }

  #load() {
    this.left = new Set();
    this.issuedOn ??= today();
    this.key = newId();
    return this.work(async () => {
      this.cards = (await listCards(this.primary)).items;
    });
  }

  #issue(event) {
    event.preventDefault();
    const cardIds = this.#waiting().filter((card) => !this.left.has(card.cardId)).map((card) => card.cardId);
    this.work(async () => {
      const result = await issueCards(this.primary, { cardIds, issuedOn: this.issuedOn }, this.key);
      const refused = result?.refused?.length ?? 0;
      toast(refused ? `Выдано ${cardIds.length - refused}, не отмечено ${refused}: их состояние уже другое` : `Сохранено. Выдано: ${plural(cardIds.length, 'ticket')}`);
      this.busy = false;
      await this.#load();
    });
  }

  #waiting() {
    return this.cards.filter((card) => card.status === 'AT_PRIMARY');
  }

  render() {
    if (!this.cards) return html`<h1>Билеты</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const waiting = this.#waiting();
    const others = this.cards.filter((card) => card.status !== 'AT_PRIMARY');
    return html`
      <div class="head"><h1>${waiting.length ? `К выдаче: ${plural(waiting.length, 'ticket')}` : 'Билеты'}</h1><a class="button quiet no-print" href="#order">Заявка на билеты</a></div>
      ${errorSummary(this.failure)}
      ${waiting.length ? this.#form(waiting) : html`<p class="panel empty">Сейчас выдавать нечего. Когда билеты придут в первичку, они появятся здесь.</p>`}
      ${others.length ? html`<h2 class="no-print">Все карты</h2><ul class="list no-print">${others.map((card) => cardLine(card))}</ul>` : nothing}`;
  }

  #form(waiting) {
    const chosen = waiting.length - this.left.size;
    return html`<form novalidate @submit=${this.#issue}>
      <div class="field no-print"><label for="issued">Дата выдачи</label><input id="issued" type="date" max=${today()} .value=${this.issuedOn} @change=${(event) => (this.issuedOn = event.target.value)} required /></div>
      <div class="no-print">${everyoneExcept({
        people: waiting.map((card) => ({ id: card.cardId, name: card.fullName, note: card.ticketNumber ? inFours(card.ticketNumber) : '' })),
        left: this.left, what: 'Кому выдано', change: () => this.requestUpdate(),
      })}</div>
      ${sheet(waiting)}
      <div class="bottom-bar row">${button(`Отметить выданными: ${chosen}`, this.busy, { disabled: chosen === 0 })}${button('Печать ведомости', false, { style: 'quiet', onClick: () => print() })}</div>
    </form>`;
  }
}

/** The sheet people sign; only on paper. */
function sheet(waiting) {
  return html`<table class="only-print sheet"><caption>Ведомость выдачи профсоюзных билетов</caption>
    <thead><tr><th>№</th><th>Фамилия, имя, отчество</th><th>Номер билета</th><th>Дата</th><th>Подпись</th></tr></thead>
    <tbody>${waiting.map((card, place) => html`<tr><td>${place + 1}</td><td>${card.fullName}</td><td>${inFours(card.ticketNumber ?? '')}</td><td></td><td></td></tr>`)}</tbody></table>`;
}

function cardLine(card) {
  const [words, tone] = CARD_STATES[card.status] ?? [card.status, ''];
  return html`<li><a href="#card/${card.cardId}"><span class="grow"><b>${card.fullName}</b><span class="number">${card.ticketNumber ? inFours(card.ticketNumber) : ''}${card.since ? ` · ${shortDay(card.since)}` : ''}</span></span><span class="mark ${tone}">${words}</span></a></li>`;
}

customElements.define('desk-hand-out', DeskHandOut);
