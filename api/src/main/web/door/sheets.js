import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading } from '../shared/elements.js';
import { digits, isTicketNumber } from '../shared/numbers.js';
import { shownAnswer } from './outcomes.js';
import { lastMoment } from './paper.js';
import * as scanner from './scanner.js';

/** Lines of paper, entered one by one: on the phone of the person in charge, with a network. `place` is the sheet and line whose code was scanned. */
export class DoorSheets extends Screen {
  static properties = { list: { attribute: false }, place: { attribute: false }, sheets: { state: true }, chosen: { state: true }, errors: { state: true }, answer: { state: true } };

  willUpdate(changed) {
    if (changed.has('list')) this.work(() => this.#load());
    if (changed.has('place') && this.place) this.chosen = this.place.sheet;
  }

  async #load() {
    this.sheets = await scanner.sheets(this.list.id);
  }

  #sheet() {
    return this.sheets.find(({ id }) => id === this.chosen) ?? this.sheets[0];
  }

  /** The line that was scanned, or the first that nobody has entered. */
  #line() {
    const { id, entered, lines } = this.#sheet();
    if (this.place?.sheet === id) return this.place.line;
    return Array.from({ length: lines }, (_, place) => place + 1).find((line) => !entered.includes(line)) ?? '';
  }

  #enter(event) {
    event.preventDefault();
    const written = event.target.elements;
    const form = new FormData(event.target);
    const { id, lines } = this.#sheet();
    const line = Number(form.get('line'));
    const number = digits(String(form.get('ticket')));
    const hour = String(form.get('hour'));
    this.errors = {
      line: line >= 1 && line <= lines ? '' : `Номер строки от 1 до ${lines}`,
      ticket: isTicketNumber(number) ? '' : 'Проверьте номер: 10 цифр, последняя — контрольная',
      hour: hour ? '' : 'Укажите время с листа',
    };
    if (Object.values(this.errors).some(Boolean)) return;
    const type = form.get('left') ? 'EXIT' : 'ENTRY';
    const at = lastMoment(hour, this.list.zone, Date.now());
    this.work(async () => {
      const decision = await scanner.enterLine(this.list.id, id, { line, credential: { kind: 'NUMBER', raw: number }, type, at });
      this.answer = { line, ...shownAnswer(decision, this.list), replayed: decision.replayed };
      this.place = null;
      written.ticket.value = '';
      await this.#load();
    });
  }

  render() {
    if (!this.sheets) return html`<section class="panel">${this.failure ? errorSummary(this.failure) : loading()}</section>`;
    if (!this.sheets.length) return html`<p class="notice">Листов на бумаге нет. Председатель печатает их на странице мероприятия.</p>`;
    return html`<form class="panel" novalidate @submit=${this.#enter} data-sheets>
      <h2>Перенос с бумаги</h2>${errorSummary(this.failure)}
      ${this.answer ? html`<p role="status">Строка ${this.answer.line}: <b>${this.answer.sign} ${this.answer.word}</b>${this.answer.name ? html`, ${this.answer.name}` : nothing}${this.answer.replayed ? ' (уже была перенесена)' : ''}${this.answer.note ? html`<br /><small>${this.answer.note}</small>` : nothing}</p>` : nothing}
      <fieldset><legend>Лист</legend>${this.sheets.map((sheet) => html`<label class="tick"><input type="radio" name="sheet" .checked=${sheet === this.#sheet()} @change=${() => (this.chosen = sheet.id)} />${sheet.name}, перенесено ${sheet.entered.length} из ${sheet.lines}</label>`)}</fieldset>
      ${field({ label: 'Номер строки', name: 'line', mode: 'numeric', value: this.#line(), error: this.errors?.line, class: 'code' })}
      ${field({ label: 'Номер билета', name: 'ticket', mode: 'numeric', error: this.errors?.ticket, class: 'code' })}
      ${field({ label: 'Время', name: 'hour', type: 'time', error: this.errors?.hour })}
      <label class="tick"><input type="checkbox" name="left" />Человек вышел</label>
      ${button('Перенести строку', this.busy, { style: 'wide' })}</form>`;
  }
}

customElements.define('door-sheets', DoorSheets);
