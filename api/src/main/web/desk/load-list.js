import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, save, toast } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { annotatedList, applyList, listTemplate, showList, undoList, uploadList } from './register.js';

const STEPS = ['Файл', 'Столбцы', 'Проверка', 'Что изменится', 'Готово'];

/** From the chair's own workbook to the register: what is shown before is exactly what is done after. */
export class DeskLoad extends Screen {
  static properties = { primary: {}, planId: {}, step: { state: true }, plan: { state: true } };

  constructor() {
    super();
    this.step = 0;
  }

  willUpdate(changed) {
    if (!changed.has('planId') || !this.planId || this.plan?.id === this.planId) return;
    this.work(async () => {
      this.plan = await showList(this.primary, this.planId);
      this.step = this.plan.state === 'APPLIED' ? 4 : 1;
    });
  }

  #upload(file) {
    if (!file) return;
    this.work(async () => {
      this.plan = await uploadList(this.primary, file);
      this.step = 1;
      history.replaceState(null, '', `#load/${this.plan.id}`);
    });
  }

  #apply() {
    this.work(async () => {
      this.plan = await applyList(this.primary, this.plan.id);
      this.step = 4;
      toast('Сохранено');
    });
  }

  async #undo() {
    const sure = await confirm({ title: 'Отменить загрузку?', text: 'Добавленные люди уйдут с учёта, изменённые записи станут прежними.', yes: 'Отменить загрузку', no: 'Оставить', danger: true });
    if (!sure) return;
    this.work(async () => {
      this.plan = await undoList(this.primary, this.plan.id);
      toast('Загрузка отменена');
      this.#again();
    });
  }

  #again() {
    this.plan = null;
    this.step = 0;
    history.replaceState(null, '', '#load');
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
      ${this.busy ? loading(this.step === 0 ? 'Читаем файл…' : 'Загружаем…') : this.#content()}`;
  }

  #content() {
    if (this.step === 0 || !this.plan) return this.#file();
    return [null, () => this.#columns(), () => this.#check(), () => this.#changes(), () => this.#done()][this.step]();
  }

  #file() {
    const drag = (event) => {
      event.preventDefault();
      event.currentTarget.classList.toggle('over', event.type === 'dragover');
      if (event.type === 'drop') this.#upload(event.dataTransfer.files[0]);
    };
    return html`
      <label class="drop" @dragover=${drag} @dragleave=${drag} @drop=${drag}>
        <b>Выберите файл или перетащите его сюда</b>
        <span class="soft">Excel, LibreOffice или CSV</span>
        <input type="file" accept=".xlsx,.xls,.ods,.csv,.txt" @change=${(event) => this.#upload(event.target.files[0])} />
      </label>
      <p>${button('Скачать образец', false, { style: 'quiet', onClick: () => this.work(async () => save(await listTemplate(this.primary), 'Образец списка.xlsx')) })}</p>
      <p class="soft">Файл остаётся в вашей первичке. После загрузки мы его стираем.</p>`;
  }

  #columns() {
    const { plan } = this;
    return html`
      <div class="panel">
        <h2>${plan.fileName}</h2>
        <p>${plan.sheet ? html`Лист «${plan.sheet}», ` : nothing}${plural(plan.rows, 'row')}.</p>
        <div class="scroll"><table>
          <thead><tr><th scope="col">В файле</th><th scope="col">В реестре</th></tr></thead>
          <tbody>${plan.columns.map((column) => html`<tr><td>${column.header}</td><td>${column.field ? html`✔ ${column.fieldName ?? column.field}` : html`<span class="soft">не загружаем</span>`}</td></tr>`)}</tbody>
        </table></div>
      </div>
      ${this.#next('Проверить строки', () => (this.step = 2))}`;
  }

  #check() {
    const { plan } = this;
    const groups = plan.problems ?? [];
    return html`
      <ul class="piles">
        <li><b>${plan.rows}</b>${formOnly(plan.rows, 'row')}</li>
        <li class="good"><b>${plan.ready}</b>готово</li>
        ${plan.warnings ? html`<li class="warn"><b>${plan.warnings}</b>${formOnly(plan.warnings, 'warning')}</li>` : nothing}
        ${plan.errors ? html`<li class="bad"><b>${plan.errors}</b>${formOnly(plan.errors, 'error')}</li>` : nothing}
      </ul>
      ${groups.length === 0 ? html`<p class="notice good">✔ Ошибок нет.</p>` : groups.map((group) => problemGroup(group))}
      ${groups.length ? html`<p>${button('Скачать файл с пометками', false, { style: 'quiet', onClick: () => this.work(async () => save(await annotatedList(this.primary, plan.id), `С пометками ${plan.fileName}`)) })}</p>` : nothing}
      ${this.#next('Посмотреть, что изменится', () => (this.step = 3), plan.ready === 0)}`;
  }

  #changes() {
    const { plan } = this;
    const { added, changed, unchanged, similar, missing } = plan.counts;
    const work = added + changed;
    return html`
      <ul class="piles">
        <li class="good"><b>${added}</b>новые</li>
        <li><b>${changed}</b>изменятся</li>
        <li><b>${unchanged}</b>без изменений</li>
        ${similar ? html`<li class="warn"><b>${similar}</b>похоже, тот же человек</li>` : nothing}
        ${missing ? html`<li><b>${missing}</b>есть в реестре, нет в файле</li>` : nothing}
        ${plan.errors ? html`<li class="bad"><b>${plan.errors}</b>не загрузятся</li>` : nothing}
      </ul>
      ${pile('Новые', plan.added)} ${pile('Изменятся', plan.changed)} ${pile('Похоже, тот же человек', plan.similar)}
      ${missing ? html`<p class="soft">С теми, кого нет в файле, ничего не делаем.</p>` : nothing}
      ${work === 0 ? html`<p class="notice good">Изменений нет: всё это уже в реестре.</p>` : nothing}
      <div class="row">${button('Назад', false, { style: 'quiet', onClick: () => (this.step = 2) })}
      ${work ? button(`Загрузить ${plural(work, 'person')}`, this.busy, { onClick: () => this.#apply() }) : html`<a class="button" href="#people">К списку людей</a>`}</div>`;
  }

  #done() {
    const { plan } = this;
    return html`
      <div class="panel all-done"><div class="sign" aria-hidden="true">✔</div>
        <h2>Сохранено</h2>
        <p>Добавлено ${plan.counts.added}, изменено ${plan.counts.changed}.</p>
        ${plan.undoUntil ? html`<p class="soft">Отменить можно до: ${when(plan.undoUntil)}.</p>` : nothing}
      </div>
      <div class="row"><a class="button" href="#people">К списку людей</a>
        ${plan.undoUntil ? button('Отменить загрузку', this.busy, { style: 'quiet danger', onClick: () => this.#undo() }) : nothing}
        ${button('Загрузить другой файл', false, { style: 'plain', onClick: () => this.#again() })}</div>`;
  }

  #next(label, go, disabled = false) {
    return html`<div class="row">${button('Другой файл', false, { style: 'quiet', onClick: () => this.#again() })}${button(label, false, { onClick: go, disabled })}</div>`;
  }
}

const formOnly = (count, word) => plural(count, word).split('\u00a0').slice(-1);

function problemGroup(group) {
  return html`<details class="panel"><summary><span class="mark ${group.severity === 'ERROR' ? 'bad' : 'warn'}">${group.rows.length}</span> ${group.title}</summary>
    <ul>${group.rows.map((row) => html`<li>Строка ${row.row}${row.value ? html`: «${row.value}»` : nothing}. ${row.message}</li>`)}</ul></details>`;
}

function pile(name, people) {
  if (!people?.length) return nothing;
  return html`<details class="panel"><summary>${name}: ${people.length}</summary>
    <ul>${people.map((person) => html`<li>${person.fullName}${(person.changes ?? []).map((one) => html`<br /><small>${one.fieldName}: <span class="was">${one.from || 'пусто'}</span> → ${one.to || 'пусто'}</small>`)}</li>`)}</ul></details>`;
}

customElements.define('desk-load', DeskLoad);
