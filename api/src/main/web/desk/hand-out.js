import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, today } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { plural } from '../shared/plural.js';
import { everyoneExcept } from './everyone-except.js';
import { issueCards, issueSheet, listCards, sheetCards, undoIssue } from './register.js';
import { cardMark, fullName } from './words.js';

/** Cards that lie with the chair: marked as handed out, one by one or all but a few. */
export class DeskHandOut extends Screen {
  static properties = { primary: {}, sheet: {}, cards: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary') || changed.has('sheet')) this.work(() => this.#load());
  }

  async #load() {
    this.left = new Set();
    this.issuedOn ??= today();
    this.key = newId();
    const [cards, sheet] = await Promise.all([listCards(this.primary), this.sheet ? sheetCards(this.primary, this.sheet) : null]);
    const onSheet = sheet && new Set(sheet.cardIds);
    this.cards = onSheet ? cards.filter((card) => onSheet.has(card.id)) : cards;
  }

  #issue(event) {
    event.preventDefault();
    const cardIds = this.#waiting().filter((card) => !this.left.has(card.id)).map((card) => card.id);
    this.work(async () => {
      const { cards } = await issueCards(this.primary, { mode: 'ONLY', cardIds, issuedOn: this.issuedOn }, this.key);
      toast(`Сохранено. Выдано: ${plural(cards, 'ticket')}`, { label: 'Снять отметку', run: () => this.#undo(cardIds) });
      await this.#load();
    });
  }

  #undo(cardIds) {
    this.work(async () => {
      await undoIssue(this.primary, cardIds);
      toast('Отметка снята');
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
      <div class="head"><h1>${waiting.length ? `К выдаче: ${plural(waiting.length, 'ticket')}` : 'Билеты'}</h1><div class="row">${waiting.length ? html`<a class="button quiet" href="#issue-by-code">Выдать по коду</a>` : nothing}<a class="button quiet" href="#order">Заявка на билеты</a></div></div>
      ${this.sheet ? html`<p class="notice">Здесь только билеты с этой ведомости. <a href="#hand-out">Показать все</a></p>` : nothing}
      ${errorSummary(this.failure)}
      ${waiting.length ? this.#form(waiting) : html`<p class="panel empty">Сейчас выдавать нечего. Когда билеты придут в первичку, они появятся здесь сами.${this.cards.length ? nothing : html` Чтобы они появились, <a href="#order">отправьте заявку</a>.`}</p>`}
      ${others.length ? html`<h2>Все карты</h2><ul class="list">${others.map((card) => cardLine(card))}</ul>` : nothing}`;
  }

  #form(waiting) {
    const chosen = waiting.length - this.left.size;
    const print = () => this.work(async () => save(await issueSheet(this.primary), 'Ведомость выдачи.pdf'));
    return html`<form novalidate @submit=${this.#issue}>
      <div class="panel"><div class="field"><label for="issued">Дата выдачи</label><input id="issued" type="date" max=${today()} .value=${this.issuedOn} @change=${(event) => (this.issuedOn = event.target.value)} required /></div>
        ${button('Печать ведомости', this.busy, { style: 'quiet', onClick: print })}</div>
      ${everyoneExcept({
        people: waiting.map((card) => ({ id: card.id, name: fullName(card), note: inFours(card.ticketNumber) })),
        left: this.left, what: 'Кому выдано', change: () => this.requestUpdate(),
      })}
      <div class="bottom-bar">${button(`Отметить выданными: ${chosen}`, this.busy, { style: 'wide', disabled: chosen === 0 })}</div>
    </form>`;
  }
}

function cardLine(card) {
  return html`<li><a href="#card/${card.id}"><span class="grow"><b>${fullName(card)}</b><span class="number">${inFours(card.ticketNumber)}${card.issuedOn ? ` · ${day(card.issuedOn)}` : ''}</span></span>${cardMark(card)}</a></li>`;
}

customElements.define('desk-hand-out', DeskHandOut);
