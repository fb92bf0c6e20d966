import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { plural } from '../shared/plural.js';
import { applyRegister, previewRegister, registerTemplate, showRegisterPlan } from './organisations-api.js';

const FORMS = { ORGANISATIONS: 'Реестр первичных организаций', CHAIRS: 'Список председателей' };
const PILES = { ERROR: ['С ошибкой', 'bad'], NEW: ['Новые', 'good'], CHANGED: ['Дополнят', 'warn'], UNCHANGED: ['Без изменений', ''] };

/** The register or the list of chairs from a table: what it would do, then one button. */
export class LoadRegister extends Screen {
  static properties = { organisation: {}, plan: { state: true }, rows: { state: true }, applied: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.plan = null;
    this.applied = null;
  }

  #read(event) {
    const [table] = event.target.files ?? [];
    if (!table) return;
    this.work(async () => {
      this.plan = await previewRegister(this.organisation, table, newId());
      const piles = Object.keys(PILES).map((pile) => showRegisterPlan(this.organisation, this.plan.id, pile));
      this.rows = Object.fromEntries((await Promise.all(piles)).map((page, place) => [Object.keys(PILES)[place], page.rows]));
    });
  }

  #apply() {
    this.work(async () => {
      this.applied = await applyRegister(this.organisation, this.plan.id, this.plan.errors > 0);
      toast('Записано');
    });
  }

  #template(form) {
    this.work(async () => save(await registerTemplate(this.organisation, form), form === 'CHAIRS' ? 'председатели.xlsx' : 'реестр.xlsx'));
  }

  render() {
    return html`<a class="button plain back" href="#register">‹ Реестр</a><h1>${this.plan ? FORMS[this.plan.form] : 'Загрузить реестр'}</h1>
      ${errorSummary(this.failure)} ${this.busy ? loading('Читаем и сравниваем…') : nothing}
      ${this.applied ? this.#done() : this.rows ? this.#planned() : this.#file()}`;
  }

  #file() {
    return html`<p>Реестр первичных организаций или список председателей. Что это, поймём по названиям столбцов.</p>
      <label class="drop"><b>Выберите файл</b>Excel, LibreOffice или CSV<input type="file" accept=".xlsx,.xls,.ods,.csv" @change=${this.#read} /></label>
      <div class="row">${Object.entries(FORMS).map(([form, words]) => button(`Образец: ${words.toLowerCase()}`, this.busy, { style: 'quiet', onClick: () => this.#template(form) }))}</div>`;
  }

  #planned() {
    const { plan } = this;
    const ready = plan.added + plan.changed;
    const numbers = { ERROR: plan.errors, NEW: plan.added, CHANGED: plan.changed, UNCHANGED: plan.unchanged };
    return html`<ul class="piles">${Object.entries(PILES).map(([pile, [words, tone]]) => html`<li class=${numbers[pile] ? tone : ''}><b>${numbers[pile]}</b>${words}</li>`)}</ul>
      ${plan.ignoredColumns.length ? html`<p class="soft">Не читаем столбцы: ${plan.ignoredColumns.join(', ')}.</p>` : nothing}
      ${Object.entries(PILES).map(([pile, [words]]) => this.#pile(pile, words))}
      <div class="bottom-bar">${ready ? button(`${plan.errors ? 'Записать только верные' : 'Записать'}: ${plural(ready, 'row')}`, this.busy, { onClick: () => this.#apply() }) : html`<p>Записывать нечего.</p>`}
        ${button('Другой файл', false, { style: 'quiet', onClick: () => { this.plan = null; this.rows = null; } })}</div>`;
  }

  #pile(pile, words) {
    const rows = pile === 'UNCHANGED' ? this.rows[pile].filter((row) => row.remarks.length) : this.rows[pile];
    if (!rows.length) return nothing;
    return html`<h2>${words}</h2><ul class="list">${rows.map((row) => html`<li><div class="line"><span class="grow"><b>${row.title || 'Без названия'}</b><span class="soft">строка ${row.row}${row.changes.length ? ` · ${row.changes.join(', ')}` : ''}</span>
      ${row.remarks.map((remark) => html`<span class=${pile === 'ERROR' ? 'late' : ''}>${remark}</span>`)}</span></div></li>`)}</ul>`;
  }

  #done() {
    return html`<div class="panel all-done"><div class="sign" aria-hidden="true">✔</div><h3>Записано: ${plural(this.applied.rows, 'row')}</h3>
      <p class="soft">${this.plan.form === 'ORGANISATIONS' ? 'Новые организации ждут ИНПО от центрального совета.' : 'Председатели записаны в паспорта своих организаций.'}</p><a class="button" href="#register">К реестру</a></div>`;
  }
}

customElements.define('load-register', LoadRegister);
