import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, save, toast } from '../shared/elements.js';
import { day, when } from '../shared/dates.js';
import { phone } from '../shared/numbers.js';
import { grouped, plural } from '../shared/plural.js';
import { acting } from './session.js';
import { STEPS, STEP_CODES, WORDS, wordMark } from './organisation-words.js';
import { listOverdue, setDueDates, showDueDates, showProgress } from './organisations-api.js';

/** How far the organisations below are: the four words, the seven steps, who is late. */
export class OfficeProgress extends Screen {
  static properties = { organisation: {}, rows: { state: true }, late: { state: true }, dates: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) {
      this.rows = null;
      this.work(() => this.#load());
    }
  }

  async #load() {
    this.rows = await showProgress(this.organisation);
    [this.late, this.dates] = await Promise.all([listOverdue(this.organisation), showDueDates(this.organisation)]);
  }

  #setDates(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const dates = STEP_CODES.map((code, place) => ({ step: place + 1, dueOn: form.get(code) })).filter((date) => date.dueOn);
    this.work(async () => {
      await setDueDates(this.organisation, dates);
      toast('Сроки записаны');
      await this.#load();
    });
  }

  /** The same table for a spreadsheet program. */
  #export() {
    const head = ['ИНПО', 'Организация', 'Первичек', 'Внесено', 'Заявлено', 'Не заявили', 'Работа', ...STEP_CODES.map((code) => STEPS[code][0]), 'Последнее движение'];
    const lines = this.rows.map((row) => [row.inpo, row.name, row.primaries, row.entered, row.declared, row.undeclared, WORDS[row.word]?.[0] ?? row.word, ...row.stepsDone, row.lastMovementOn ?? '']);
    const cell = (value) => `"${String(value).replace(/"/g, '""').replace(/^([=+\-@])/, "'$1")}"`;
    save(new Blob(['\ufeff', [head, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')], { type: 'text/csv' }), 'progress.csv');
  }

  render() {
    if (!this.rows) return html`<h1>Ход работы</h1>${this.failure ? errorSummary(this.failure) : loading('Считаем…')}`;
    const counted = this.rows.map((row) => row.countedAt).filter(Boolean).sort()[0];
    return html`<div class="head"><div><h1>Ход работы</h1><p>${acting().name}${counted ? ` · посчитано ${when(counted)}` : ''}</p></div>${button('Скачать таблицу', false, { style: 'quiet', onClick: () => this.#export() })}</div>
      ${errorSummary(this.failure)}
      <p class="soft">«Внесли всех» — каждая первичка внесла не меньше, чем заявила. «Близки к завершению» — от 90 %. «Слабая работа» — меньше. «Нет работы» — никого.</p>
      ${this.#groups()}
      ${this.late?.length ? this.#overdue() : nothing} ${this.#dates()}`;
  }

  #groups() {
    if (!this.rows.length) return html`<p class="panel empty">Ниже никого нет.</p>`;
    return Object.keys(WORDS).map((word) => {
      const rows = this.rows.filter((row) => row.word === word);
      return rows.length ? html`<h2>${wordMark(word)} ${rows.length}</h2><ul class="list">${rows.map((row) => this.#row(row))}</ul>` : nothing;
    });
  }

  #row(row) {
    const percent = row.declared ? ` (${Math.round((100 * row.entered) / row.declared)} %)` : '';
    return html`<li><a href=${row.level === 'PRIMARY' ? `#passport/${row.id}` : `#progress/${row.id}`}><span class="grow"><b>${row.name}</b>
      <span>внесено ${grouped(row.entered)} из ${row.declared ? grouped(row.declared) : '—'}${percent}${row.level === 'PRIMARY' ? '' : html` · ${plural(row.primaries, 'primary')}`}${row.undeclared && row.level !== 'PRIMARY' ? html` · не заявили числа: ${row.undeclared}` : nothing}</span>
      <span class="dots" aria-label="Шаги: ${row.stepsDone.map((done, place) => `${place + 1} — ${done} из ${row.primaries}`).join(', ')}">${row.stepsDone.map((done, place) => html`<i class=${done === row.primaries && done ? 'full' : done ? 'part' : ''} title="${STEPS[STEP_CODES[place]][0]}: ${done} из ${row.primaries}">${place + 1}</i>`)}</span>
      <span class="soft">${this.#readiness(row)}${row.stale ? html` · <b class="late">давно без изменений${row.lastMovementOn ? `: с ${day(row.lastMovementOn)}` : ''}</b>` : nothing}</span></span>${row.status === 'LIQUIDATING' ? html`<span class="mark warn">ликвидация</span>` : nothing}</a></li>`;
  }

  #readiness({ computer, internet, primaries }) {
    const words = (name, { yes, no, unknown }) => `${name}: ${yes} из ${primaries}${no ? `, нет у ${no}` : ''}${unknown ? `, не ответили ${unknown}` : ''}`;
    return `${words('компьютер', computer)} · ${words('интернет', internet)}`;
  }

  #overdue() {
    return html`<h2>Опаздывают: ${this.late.length}</h2><ul class="list">${this.late.map((one) => html`<li><div class="line"><span class="grow"><a href="#passport/${one.id}"><b>${one.name}</b></a>
      <span>${one.parentName} · шаги ${one.steps.map((step) => `${step} «${STEPS[STEP_CODES[step - 1]][0]}»`).join(', ')}</span><span class="late">срок прошёл ${day(one.since)}</span></span>
      ${one.phone ? html`<a href="tel:${one.phone}">☎ ${one.chair} ${phone(one.phone)}</a>` : html`<span class="soft">${one.chair || 'председатель не записан'}</span>`}</div></li>`)}</ul>`;
  }

  #dates() {
    if (this.organisation !== acting().organisationId || !this.dates) return nothing;
    const due = Object.fromEntries(this.dates.map((date) => [STEP_CODES[date.step - 1], date.dueOn]));
    return html`<details class="panel narrow"><summary>Сроки семи шагов</summary><form novalidate @submit=${this.#setDates}>
      ${STEP_CODES.map((code, place) => field({ label: `${place + 1}. ${STEPS[code][0]}`, name: code, type: 'date', value: due[code] ?? '', required: false }))}${button('Записать сроки', this.busy)}</form></details>`;
  }
}

customElements.define('office-progress', OfficeProgress);
