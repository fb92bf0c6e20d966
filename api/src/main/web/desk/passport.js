import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { day, today, when } from '../shared/dates.js';
import { acting, isPrimary } from './session.js';
import { FIELDS, OPTIONS, SUBJECTS, TABS, select, valueWords } from './organisation-words.js';
import { changePassport, declareHeadcount, passportHistory, showPassport } from './organisations-api.js';
import './structure.js';

/** The passport: tabs, what is still missing, every value with its history, and any past day. */
export class DeskPassport extends Screen {
  static properties = { organisation: {}, tab: {}, passport: { state: true }, on: { state: true }, history: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) {
      this.passport = null;
      this.on = '';
      this.work(() => this.#load());
    }
    if (changed.has('tab')) this.history = null;
  }

  async #load() {
    this.passport = await showPassport(this.organisation, this.on);
  }

  #day(event) {
    this.on = event.target.value === today() ? '' : event.target.value;
    this.work(() => this.#load());
  }

  #save(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const values = {};
    for (const one of this.passport.fields) {
      if (one.code in form && String(form[one.code]).trim() !== (one.value ?? '')) values[one.code] = String(form[one.code]);
    }
    if (!Object.keys(values).length) {
      toast('Ничего не изменилось');
      return;
    }
    this.work(async () => {
      this.passport = await changePassport(this.organisation, values, form.trueFrom);
      toast('Записано');
    });
  }

  #declare(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    this.work(async () => {
      this.passport = await declareHeadcount(this.organisation, { subject: form.subject, asOf: form.asOf, raw: String(form.raw) });
      event.target.reset();
      toast('Записано');
    });
  }

  #openHistory() {
    this.work(async () => (this.history = await passportHistory(this.organisation)));
  }

  render() {
    const { passport } = this;
    if (!passport) return this.failure ? errorSummary(this.failure) : loading();
    const own = this.organisation === acting().organisationId;
    const name = passport.fields.find((one) => one.code === 'NAME')?.value;
    return html`
      ${own ? nothing : html`<a class="button plain back" href="#register/${this.organisation}">‹ Реестр</a>`}
      <div class="head"><div><h1>Паспорт</h1><p>${name}</p></div>${isPrimary() ? html`<a class="button quiet" href="#road-map">Семь шагов</a>` : nothing}</div>
      ${errorSummary(this.failure)} ${this.#completeness()}
      <nav class="tabs" aria-label="Вкладки паспорта">${Object.entries(TABS).map(([code, words]) => html`<a href="#passport/${this.organisation}/${code}" aria-current=${code === this.#tab() ? 'page' : nothing}>${words}${this.#missingOn(code).length ? html` <span class="count">${this.#missingOn(code).length}</span>` : nothing}</a>`)}</nav>
      ${this.#tab() === 'STRUCTURE' ? html`<desk-structure .organisation=${this.organisation}></desk-structure>` : this.#fields()}`;
  }

  #tab() {
    return TABS[this.tab] ? this.tab : 'INPO';
  }

  #missingOn(tab) {
    const { passport } = this;
    const counts = tab === 'ORGANISATION' ? passport.missing.filter((code) => code.startsWith('COUNT_')) : [];
    return [...passport.fields.filter((one) => one.tab === tab && passport.missing.includes(one.code)).map((one) => one.code), ...counts];
  }

  #completeness() {
    const { missing, required } = this.passport;
    const done = required - missing.length;
    return html`<div class="panel"><label for="filled">Заполнено ${done} из ${required}</label><progress id="filled" max=${required} value=${done}></progress>
      ${missing.length ? html`<p class="soft">Осталось: ${missing.map((code) => FIELDS[code] ?? code).join(', ')}.</p>` : html`<p class="soft">Всё нужное заполнено.</p>`}</div>`;
  }

  #fields() {
    const fields = this.passport.fields.filter((one) => one.tab === this.#tab());
    const mayChange = this.passport.mayChange && !this.on && this.#tab() !== 'INPO';
    return html`
      ${mayChange ? this.#form(fields) : html`<dl class="panel">${fields.map((one) => html`<dt>${FIELDS[one.code] ?? one.code}</dt><dd>${valueWords(one) || '—'}${one.value ? html` <small class="soft">с ${day(one.trueFrom)}</small>` : nothing}</dd>`)}</dl>`}
      ${this.#tab() === 'ORGANISATION' ? this.#headcounts() : nothing}
      <details class="panel" @toggle=${(event) => event.target.open && !this.history && this.#openHistory()}><summary>История</summary>
        <div class="field"><label for="on">Каким паспорт был на день</label><input id="on" type="date" max=${today()} .value=${this.on || today()} @change=${this.#day} /></div>
        ${this.history ? this.#historyOf(fields) : loading()}</details>`;
  }

  #form(fields) {
    return html`<form class="panel narrow" novalidate @submit=${this.#save}>
      ${fields.map((one) => this.#input(one))}
      ${field({ label: 'С какого дня это так', name: 'trueFrom', type: 'date', value: today(), max: today(), hint: 'Обычно сегодня. Если изменилось раньше, укажите тот день' })}
      ${button('Сохранить', this.busy)}</form>`;
  }

  #input(one) {
    const label = html`${FIELDS[one.code] ?? one.code}${one.required ? html` <span class="soft">— нужно</span>` : nothing}`;
    const options = OPTIONS[one.kind];
    if (options) return select(label, one.code, { '': 'не указано', ...(one.value && !options[one.value] ? { [one.value]: one.value } : {}), ...options }, one.value ?? '');
    return field({ label, name: one.code, type: one.kind === 'DATE' ? 'date' : 'text', value: one.value ?? '', required: false, mode: one.kind === 'PHONE' ? 'tel' : undefined });
  }

  #headcounts() {
    const { headcounts, mayChange } = this.passport;
    return html`<h2>Заявленная численность</h2>
      ${headcounts.length
        ? html`<dl class="panel">${headcounts.map((one) => html`<dt>${SUBJECTS[one.subject] ?? one.subject}</dt><dd><b>${one.value ?? 'нет числа'}</b> <small class="soft">на ${day(one.asOf)}${one.raw !== String(one.value ?? '') ? `, на бумаге «${one.raw}»` : ''}</small></dd>`)}</dl>`
        : html`<p class="panel empty">Числа ещё не заявлены.</p>`}
      ${mayChange && !this.on
        ? html`<form class="panel narrow" novalidate @submit=${this.#declare}>${select('Кого', 'subject', SUBJECTS)}
            ${field({ label: 'Сколько', name: 'raw', mode: 'numeric', hint: 'Если на бумаге два числа, впишите так же: «67 (54)» или «98 + 2». Складывать не будем' })}
            ${field({ label: 'На какой день', name: 'asOf', type: 'date', value: today(), max: today() })}${button('Записать число', this.busy)}</form>`
        : nothing}`;
  }

  #historyOf(fields) {
    const codes = new Set(fields.map((one) => one.code));
    const lines = this.history.filter((one) => codes.has(one.field));
    if (!lines.length) return html`<p class="soft">Здесь ничего не менялось.</p>`;
    return html`<ul class="last">${lines.map((one) => html`<li><b>${FIELDS[one.field] ?? one.field}:</b> ${valueWords(one) || 'пусто'} <small class="soft">так с ${day(one.trueFrom)} · записано ${when(one.recordedAt)}</small></li>`)}</ul>`;
  }
}

customElements.define('desk-passport', DeskPassport);
