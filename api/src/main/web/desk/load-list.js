import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { form, grouped, plural } from '../shared/plural.js';
import { grouping } from './remarks.js';
import { applyList, listRemarks, listTemplate, previewList, showList } from './register.js';
import { progress } from './loads.js';
import './list-columns.js';

const STEPS = ['Файл', 'Столбцы', 'Проверка', 'Что изменится', 'Готово'];
const SHOWN = { ERROR: 500, SIMILAR: 500, DUPLICATE_ELSEWHERE: 100, CHANGED: 100, NEW: 100 };

/** From the chair's own workbook to the register: what is shown before is exactly what is done after. */
export class DeskLoad extends Screen {
  static properties = { primary: {}, step: { state: true }, plan: { state: true }, percent: { state: true } };

  constructor() {
    super();
    this.step = 0;
  }

  #choose(list) {
    if (!list) return;
    this.list = list;
    this.#read();
  }

  /** A list that was read may be outdated by the time it is applied: then it is read again, as a new plan. */
  #read() {
    const key = newId();
    this.unnamed = null;
    this.work(async () => {
      try {
        await this.#show(await previewList(this.primary, this.list, key));
      } catch (failure) {
        if (failure.code !== 'LIST_COLUMNS_UNKNOWN') throw failure;
        this.failure = failure;
        this.unnamed = key;
      }
    });
  }

  /** Cells copied from a spreadsheet program are a table with tabs. */
  #paste(text) {
    if (text.trim()) this.#choose(new File([text], 'Вставленные ячейки', { type: 'text/tab-separated-values' }));
  }

  async #show(plan) {
    const pages = await Promise.all(Object.entries(SHOWN).map(([pile, limit]) => (sizeOf(plan, pile) ? showList(this.primary, plan.id, { pile, limit }) : { rows: [] })));
    this.rows = Object.fromEntries(Object.keys(SHOWN).map((pile, place) => [pile, pages[place].rows]));
    this.same = new Map();
    this.unnamed = null;
    this.failure = null;
    this.plan = plan;
    this.step = 1;
  }

  #apply() {
    const decided = (answer) => [...this.same].filter(([, one]) => one === answer).map(([row]) => row);
    this.work(async () => {
      this.percent = 0;
      // the file leaves the server with the load, so the one with remarks is fetched before
      this.remarks = this.plan.errors + this.plan.similar + this.plan.duplicatesElsewhere ? await listRemarks(this.primary, this.plan.id) : null;
      const watch = setInterval(() => this.#watch(), 700);
      this.result = await applyList(this.primary, this.plan.id, { onlyValid: true, samePerson: decided('same'), otherPerson: decided('other') }).finally(() => clearInterval(watch));
      this.step = 4;
      toast('Сохранено');
    });
  }

  async #watch() {
    const { plan } = await showList(this.primary, this.plan.id, { limit: 1 }).catch(() => ({ plan: {} }));
    if (plan.progress != null) this.percent = plan.progress;
  }

  #remarks() {
    this.work(async () => save(this.remarks ?? (await listRemarks(this.primary, this.plan.id)), 'Список с пометками.xlsx'));
  }

  #again() {
    this.plan = this.list = this.unnamed = this.remarks = null;
    this.step = 0;
    this.failure = null;
  }

  render() {
    return html`
      <a class="button plain back" href="#people">‹ Люди</a>
      <h1>Загрузка списка</h1>
      <ol class="steps" aria-label="Шаги">
        ${STEPS.map((name, place) => html`<li class=${place < this.step ? 'done' : place === this.step ? 'now' : ''} aria-current=${place === this.step ? 'step' : nothing}>${place + 1}<span> ${name}</span></li>`)}
      </ol>
      <p class="step-name">Шаг ${this.step + 1} из 5: ${STEPS[this.step]}</p>
      ${errorSummary(this.failure)}
      ${this.failure?.status === 409 && this.list ? html`<p>${button('Прочитать файл ещё раз', this.busy, { onClick: () => this.#read() })}</p>` : nothing}
      ${this.busy ? (this.step === 3 ? progress(this.percent ?? 0) : loading('Читаем файл…')) : [() => this.#file(), () => this.#columns(), () => this.#check(), () => this.#changes(), () => this.#done()][this.step]()}`;
  }

  #file() {
    const drag = (event) => {
      event.preventDefault();
      event.currentTarget.classList.toggle('over', event.type === 'dragover');
      if (event.type === 'drop') this.#choose(event.dataTransfer.files[0]);
    };
    return html`
      <label class="drop" @dragover=${drag} @dragleave=${drag} @drop=${drag}>
        <b>Выберите файл или перетащите его сюда</b>
        <span class="soft">Excel, LibreOffice или CSV</span>
        <input type="file" aria-label="Файл со списком" accept=".xlsx,.xls,.ods,.csv,.txt" @change=${(event) => this.#choose(event.target.files[0])} />
      </label>
      <details class="panel"><summary>Вставить ячейки из таблицы</summary>
        <p class="soft">Выделите в Excel людей вместе с названиями столбцов, скопируйте и вставьте сюда.</p>
        <textarea id="cells" rows="4" aria-label="Ячейки из таблицы" @paste=${(event) => setTimeout(() => this.#paste(event.target.value))}></textarea>
        <p>${button('Прочитать ячейки', this.busy, { style: 'quiet', onClick: () => this.#paste(this.querySelector('#cells').value) })}</p></details>
      ${this.unnamed ? html`<h2>Столбцы файла</h2><desk-list-columns .primary=${this.primary} .list=${this.unnamed} @planned=${(event) => this.work(() => this.#show(event.detail))}></desk-list-columns>` : nothing}
      <p>${button('Скачать образец', false, { style: 'quiet', onClick: () => this.work(async () => save(await listTemplate(this.primary), 'Образец списка.xlsx')) })}</p>
      <p class="soft">Файл остаётся в вашей первичке: после загрузки сервер его удалит, без загрузки через 72 часа.</p>
      <desk-loads .primary=${this.primary}></desk-loads>`;
  }

  #columns() {
    const { plan } = this;
    return html`
      <div class="panel"><h2>${this.list.name}</h2>
        <p>В файле ${plural(plan.rows, 'row')} с людьми.${plan.statedTotal != null && plan.statedTotal !== plan.rows ? html` <b>А в строке «Итого» стоит ${plan.statedTotal}: проверьте, весь ли список в файле.</b>` : nothing}</p>
        ${plan.ignoredColumns.length ? html`<p>Эти столбцы не загружаем: ${plan.ignoredColumns.map((name) => `«${name}»`).join(', ')}.</p>` : html`<p>✔ Все столбцы узнали.</p>`}
        ${plan.sameFileAppliedAt ? html`<p class="notice">Этот список уже загружали: ${when(plan.sameFileAppliedAt)}.</p>` : nothing}
      </div>
      <desk-list-columns .primary=${this.primary} .list=${plan.id} @planned=${(event) => this.work(() => this.#show(event.detail))}></desk-list-columns>
      ${this.#next('Проверить строки', 2)}`;
  }

  #check() {
    const { plan } = this;
    const groups = grouping(this.rows);
    const ready = plan.rows - plan.errors;
    return html`
      <ul class="piles">
        <li><b>${grouped(plan.rows)}</b>${form(plan.rows, 'row')}</li>
        <li class="good"><b>${grouped(ready)}</b>без ошибок</li>
        ${plan.warnings ? html`<li class="warn"><b>${grouped(plan.warnings)}</b>${form(plan.warnings, 'warning')}</li>` : nothing}
        ${plan.errors ? html`<li class="bad"><b>${grouped(plan.errors)}</b>с ошибками</li>` : nothing}
      </ul>
      ${plan.errors ? html`<p class="notice bad">Строки с ошибками не загрузятся. Исправьте их в файле и загрузите его снова: то, что уже есть, не удвоится.</p>` : html`<p class="notice good">✔ Ошибок нет.</p>`}
      ${plan.errors + plan.warnings ? html`<p>${button('Скачать файл с пометками', this.busy, { style: 'quiet', onClick: () => this.#remarks() })}</p>` : nothing}
      ${groups.map((group) => problems(group))}
      ${this.#next('Посмотреть, что изменится', 3)}`;
  }

  #changes() {
    const { plan } = this;
    const decided = [...this.same.values()];
    const work = plan.added + plan.changed + decided.length;
    const left = plan.errors + plan.duplicatesElsewhere + plan.similar - decided.length;
    return html`
      <ul class="piles">
        <li class="good"><b>${grouped(plan.added)}</b>новые</li>
        <li><b>${grouped(plan.changed)}</b>изменятся</li>
        <li><b>${grouped(plan.unchanged)}</b>без изменений</li>
        ${plan.similar ? html`<li class="warn"><b>${grouped(plan.similar)}</b>похоже, тот же человек</li>` : nothing}
        ${plan.duplicatesElsewhere ? html`<li class="warn"><b>${grouped(plan.duplicatesElsewhere)}</b>на учёте в другой организации</li>` : nothing}
        ${plan.errors ? html`<li class="bad"><b>${grouped(plan.errors)}</b>с ошибками</li>` : nothing}
      </ul>
      ${this.rows.SIMILAR.map((row) => this.#similar(row))}
      ${pile('Новые', plan.added, this.rows.NEW)} ${pile('Изменятся', plan.changed, this.rows.CHANGED)} ${pile('Уже на учёте в другой организации', plan.duplicatesElsewhere, this.rows.DUPLICATE_ELSEWHERE)}
      ${plan.missing ? html`<p class="soft">Есть в реестре, но нет в файле: ${plan.missing}. С ними ничего не делаем.</p>` : nothing}
      ${work ? nothing : html`<p class="notice good">Изменений нет: всё это уже в реестре.</p>`}
      ${work && left ? html`<p class="notice warn">Не загрузятся: ${plural(left, 'row')}.</p>` : nothing}
      <div class="row">${button('Назад', false, { style: 'quiet', onClick: () => (this.step = 2) })}
      ${work ? button(`Загрузить ${plural(work, 'person')}`, this.busy, { onClick: () => this.#apply() }) : html`<a class="button" href="#people">К списку людей</a>`}</div>`;
  }

  #similar(row) {
    const choose = (answer) => {
      this.same.set(row.row, answer);
      this.requestUpdate();
    };
    return html`<fieldset class="panel"><legend class="visually-hidden">${row.title}</legend>
      <p><b>${row.title}</b>, строка ${row.row}: похоже, этот человек уже есть в реестре. ${row.personId ? html`<a href="#person/${row.personId}" target="_blank">Посмотреть</a>` : nothing}</p>
      ${row.changes.length ? html`<ul>${row.changes.map((one) => change(one))}</ul>` : nothing}
      <label class="tick"><input type="radio" name="row-${row.row}" @change=${() => choose('same')} />Это тот же человек, обновить</label>
      <label class="tick"><input type="radio" name="row-${row.row}" @change=${() => choose('other')} />Это другой человек, добавить</label></fieldset>`;
  }

  #done() {
    const { added, changed, unchanged, heldBack, consents } = this.result;
    return html`
      <div class="panel all-done"><div class="sign" aria-hidden="true">✔</div>
        <h2>Сохранено</h2>
        <p>Добавлено ${grouped(added)}, изменено ${grouped(changed)}, без изменений ${grouped(unchanged)}.</p>
        ${consents ? html`<p>Отмечено из файла: ${plural(consents, 'consent')}.</p>` : nothing}
        ${heldBack ? html`<p class="soft">Не загружено: ${plural(heldBack, 'row')}. Исправьте их в файле и загрузите его снова.</p>` : nothing}
        ${this.remarks ? html`<p>${button('Скачать файл с пометками', this.busy, { style: 'quiet', onClick: () => this.#remarks() })}</p>` : nothing}
        <p class="soft">Передумали? Отменить загрузку можно 72 часа: «Загрузить список», «Недавние загрузки».</p>
      </div>
      <div class="row"><a class="button" href="#people">К списку людей</a>${button('Загрузить другой файл', false, { style: 'quiet', onClick: () => this.#again() })}</div>`;
  }

  #next(label, step) {
    return html`<div class="row">${button('Другой файл', false, { style: 'quiet', onClick: () => this.#again() })}${button(label, false, { onClick: () => (this.step = step) })}</div>`;
  }
}

function sizeOf(plan, pile) {
  return { ERROR: plan.errors, SIMILAR: plan.similar, DUPLICATE_ELSEWHERE: plan.duplicatesElsewhere, CHANGED: plan.changed, NEW: plan.added }[pile];
}

function problems({ error, column, texts }) {
  return html`<details class="panel" ?open=${error}><summary><span class="mark ${error ? 'bad' : 'warn'}">${error ? '✖' : '!'} ${texts.length}</span> ${column}</summary>
    <ul>${texts.map((text) => html`<li>${text}</li>`)}</ul></details>`;
}

function change(one) {
  return html`<li><small>${one.title}: <span class="was">${one.before ?? 'пусто'}</span> → ${one.after ?? 'пусто'}</small></li>`;
}

function pile(name, count, rows) {
  if (!count) return nothing;
  return html`<details class="panel"><summary>${name}: ${grouped(count)}</summary>
    <ul>${rows.map((row) => html`<li>${row.title}${row.changes.length && row.pile === 'CHANGED' ? html`<ul>${row.changes.map((one) => change(one))}</ul>` : nothing}</li>`)}</ul>
    ${count > rows.length ? html`<p class="soft">и ещё ${grouped(count - rows.length)}</p>` : nothing}</details>`;
}

customElements.define('desk-load', DeskLoad);
