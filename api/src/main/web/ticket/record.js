import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, when } from '../shared/dates.js';
import { isoDate } from '../shared/numbers.js';
import { proposeCorrection, showRecord } from './member.js';

const TITLES = { LAST_NAME: 'Фамилия', FIRST_NAME: 'Имя', MIDDLE_NAME: 'Отчество', BIRTH_DATE: 'Дата рождения', UNIT: 'Подразделение', POSITION: 'Должность', EDUCATION: 'Образование', PHONE: 'Телефон', EMAIL: 'E-mail' };
const EDUCATION = { BASIC: 'Основное', SECONDARY: 'Среднее', VOCATIONAL: 'Среднее профессиональное', HIGHER: 'Высшее', PHD_ETC: 'Учёная степень' };
const STATES = { OPEN: ['Ждёт ответа председателя', 'info'], ACCEPTED: ['Исправлено', 'good'], DECLINED: ['Отклонено', 'bad'] };

/** «Мои данные»: what is on record, and a proposal of what should be. */
export class TicketRecord extends Screen {
  static properties = { record: { state: true }, proposing: { state: true }, wrongDate: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.work(async () => {
      this.record = await showRecord();
    });
  }

  #start() {
    this.key = newId();
    this.proposing = true;
  }

  #propose(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const text = (/** @type {string} */ name) => String(form[name]).trim();
    const birthDate = isoDate(text('birthDate'));
    this.wrongDate = birthDate ? null : 'День, месяц и год, например 01.09.1980';
    if (!birthDate) return;
    const correction = {
      lastName: text('lastName'), firstName: text('firstName'), middleName: text('middleName'), birthDate,
      unit: text('unit'), position: text('position'), education: text('education'), phone: text('phone'), email: text('email'), note: text('note') || null,
    };
    this.work(async () => {
      try {
        this.record = await proposeCorrection(correction, this.key);
      } catch (failure) {
        this.key = newId();
        throw failure;
      }
      this.proposing = false;
      toast('Отправлено председателю');
      scrollTo(0, 0);
    });
  }

  render() {
    const { record } = this;
    return html`<a class="button plain back" href="#">‹ Мой билет</a>
      <h1>Мои данные</h1>
      ${errorSummary(this.failure)}
      ${record ? (this.proposing ? this.#form(record) : this.#shown(record)) : this.failure ? nothing : loading()}`;
  }

  #shown(record) {
    return html`<section class="panel"><dl>
        ${fact('Фамилия', record.lastName)} ${fact('Имя', record.firstName)} ${fact('Отчество', record.middleName)} ${fact('Дата рождения', day(record.birthDate))}
        ${fact('Организация', record.primary)} ${fact('Подразделение', record.unit)} ${fact('Должность', record.position)} ${fact('Образование', EDUCATION[record.education])}
        ${fact('Телефон', record.phone)} ${fact('E-mail', record.email)}
        ${fact('В Профсоюзе с', /^\d{4}$/.test(record.joinedUnion) ? `${record.joinedUnion} года` : day(record.joinedUnion))} ${fact('На учёте с', day(record.onRecordFrom))}
      </dl>${button('Что-то не так?', false, { style: 'quiet wide', onClick: () => this.#start() })}</section>
      ${record.corrections.length ? html`<h2>Мои исправления</h2>${record.corrections.map((one) => proposed(one))}` : nothing}`;
  }

  #form(record) {
    return html`<form class="panel" novalidate @submit=${this.#propose}>
      <p>Исправьте, что записано неверно. Председатель проверит и ответит.</p>
      ${field({ label: 'Фамилия', name: 'lastName', value: record.lastName })} ${field({ label: 'Имя', name: 'firstName', value: record.firstName })}
      ${field({ label: 'Отчество', name: 'middleName', value: record.middleName ?? '', required: false })}
      ${field({ label: 'Дата рождения', name: 'birthDate', value: day(record.birthDate), error: this.wrongDate })}
      ${field({ label: 'Подразделение', name: 'unit', value: record.unit ?? '', required: false })} ${field({ label: 'Должность', name: 'position', value: record.position ?? '', required: false })}
      <div class="field"><label for="education">Образование</label><select id="education" name="education"><option value="">Не указано</option>
        ${Object.entries(EDUCATION).map(([code, name]) => html`<option value=${code} ?selected=${code === record.education}>${name}</option>`)}</select></div>
      ${field({ label: 'Телефон', name: 'phone', type: 'tel', value: record.phone ?? '', hint: record.phone ? 'С новым номером согласие на SMS даёте заново' : '', required: false })}
      ${field({ label: 'E-mail', name: 'email', type: 'email', value: record.email ?? '', required: false })}
      ${field({ label: 'Пояснение', name: 'note', hint: 'Например: вышла замуж, новый паспорт у секретаря', required: false })}
      <div class="row">${button('Отправить председателю', this.busy)}${button('Не отправлять', false, { style: 'quiet', onClick: () => (this.proposing = false) })}</div>
    </form>`;
  }
}

function proposed(one) {
  const [state, tone] = STATES[one.state] ?? [one.state, ''];
  const said = (field, value) => (!value ? 'пусто' : field === 'BIRTH_DATE' ? day(value) : field === 'EDUCATION' ? EDUCATION[value] ?? value : value);
  return html`<section class="panel"><span class="mark ${tone}">${state}</span>
    <ul>${one.changes.map((change) => html`<li>${TITLES[change.field] ?? change.field}: ${said(change.field, change.before)} → <b>${said(change.field, change.after)}</b></li>`)}</ul>
    ${one.note ? html`<p>«${one.note}»</p>` : nothing}
    ${one.reason ? html`<p>Ответ: ${one.reason}</p>` : nothing}
    <small>${when(one.proposedAt)}</small></section>`;
}

function fact(name, value) {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
}

customElements.define('ticket-record', TicketRecord);
