import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { listColumns, nameColumns } from './register.js';

const HOW = { BY_NAME: 'по названию', BY_CHAIR: 'вы указали', NOT: '' };

/** Which column of the file is which: shown, changed by the chair, remembered for the next file. */
export class DeskListColumns extends Screen {
  static properties = { primary: {}, list: {}, page: { state: true } };

  willUpdate(changed) {
    if (!changed.has('list')) return;
    this.chosen = new Map();
    this.key = newId();
    this.work(async () => (this.page = await listColumns(this.primary, this.list)));
  }

  #choose(column, code) {
    this.chosen.set(column.key, code || null);
    this.key = newId();
    this.requestUpdate();
  }

  #current(column) {
    return this.chosen.has(column.key) ? this.chosen.get(column.key) : column.column ?? null;
  }

  #read() {
    this.work(async () => {
      const columns = [...this.chosen].map(([key, column]) => ({ key, column }));
      const plan = await nameColumns(this.primary, this.list, { columns }, this.key);
      this.dispatchEvent(new CustomEvent('planned', { detail: plan, bubbles: true }));
    });
  }

  render() {
    if (!this.page) return this.failure ? errorSummary(this.failure) : loading('Смотрим столбцы…');
    const taken = new Set(this.page.columns.map((column) => this.#current(column)).filter(Boolean));
    const missing = this.page.form.filter((one) => one.needed && !taken.has(one.column));
    return html`${errorSummary(this.failure)}
      ${missing.length ? html`<p class="notice warn">Не нашли: ${missing.map((one) => `«${one.title}»`).join(', ')}. Покажите, где они, или добавьте их в файл.</p>` : nothing}
      <ul class="list columns">${this.page.columns.map((column) => this.#line(column, taken))}</ul>
      ${this.chosen.size ? html`<p>${button('Прочитать с этими столбцами', this.busy, { disabled: missing.length > 0, onClick: () => this.#read() })}</p><p class="soft">Запомним для следующих файлов вашей первички.</p>` : nothing}`;
  }

  #line(column, taken) {
    const name = column.name || `Столбец ${letter(column.place)}`;
    const current = this.#current(column);
    const how = column.recognised === 'BY_CONTENT' ? `${column.share} % ячеек похожи` : HOW[column.recognised] ?? '';
    return html`<li><span class="grow"><b>${name}</b><small class="soft">${column.samples.join(', ') || 'пусто'}</small></span>
      <span><select aria-label="Что стоит в столбце «${name}»" @change=${(event) => this.#choose(column, event.target.value)}>
        <option value="" ?selected=${!current}>не загружать</option>
        ${this.page.form.map((one) => html`<option value=${one.column} ?selected=${one.column === current} ?disabled=${taken.has(one.column) && one.column !== current}>${one.title}</option>`)}
      </select>${how && !this.chosen.has(column.key) ? html`<small class="soft">${how}</small>` : nothing}</span></li>`;
  }
}

/** 0 → A, 26 → AA, as a spreadsheet program names its columns. @param {number} place */
export function letter(place) {
  return (place >= 26 ? letter(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));
}

customElements.define('desk-list-columns', DeskListColumns);
