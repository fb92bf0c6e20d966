import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, time } from '../shared/dates.js';
import { openByReason, searchByReason, showByReason, showOrganisation } from './register.js';

/** A named record of a primary below: the reason first, then a search, then one person. */
export class OfficeByReason extends Screen {
  static properties = { primary: {}, shown: { state: true }, opened: { state: true }, found: { state: true }, person: { state: true } };

  willUpdate(changed) {
    if (!changed.has('primary')) return;
    this.opened = this.found = this.person = null;
    this.key = newId();
    this.work(async () => (this.shown = await showOrganisation(this.primary)));
  }

  #open(event) {
    event.preventDefault();
    const reason = String(new FormData(event.target).get('reason')).trim();
    this.work(async () => {
      this.opened = await openByReason(this.primary, reason, this.key);
      toast('Открыто на час');
    });
  }

  #search(event) {
    event.preventDefault();
    const text = String(new FormData(event.target).get('query')).trim();
    this.person = null;
    this.work(async () => (this.found = (await searchByReason(this.primary, text)).members));
  }

  #show(id) {
    this.work(async () => (this.person = await showByReason(this.primary, id)));
  }

  render() {
    if (!this.shown) return this.failure ? errorSummary(this.failure) : loading();
    return html`<a class="button plain back" href="#staff/${this.primary}">‹ ${this.shown.name}</a>
      <h1>Запись по указанной причине</h1>
      ${errorSummary(this.failure)}
      ${this.opened ? this.#inside() : this.#reason()}`;
  }

  #reason() {
    return html`<form class="panel narrow" novalidate @submit=${this.#open}>
      <p>Списки остаются в первичке. Если без записи одного человека не помочь, напишите зачем. Каждый, чью запись вы увидите, прочтёт ваше имя и эти слова у себя в билете.</p>
      ${field({ label: 'Зачем', name: 'reason', hint: 'Например: председатель просит исправить дату рождения' })}
      ${button('Открыть на час', this.busy)}</form>`;
  }

  #inside() {
    return html`<p class="notice">Открыто до ${time(this.opened.closesAt)}. Просмотры видны членам Профсоюза.</p>
      <form class="panel narrow" novalidate @submit=${this.#search}>
        ${field({ label: 'Начало фамилии', name: 'query', hint: 'Не меньше двух букв' })}
        ${button('Найти', this.busy)}</form>
      ${this.person ? this.#card() : this.found ? this.#people() : nothing}`;
  }

  #people() {
    if (this.found.length === 0) return html`<p class="panel empty">Никого с такой фамилией нет.</p>`;
    return html`<ul class="list">${this.found.map((one) => html`<li><a href="#by-reason/${this.primary}" @click=${(event) => {
      event.preventDefault();
      this.#show(one.id);
    }}><span class="grow"><b>${one.lastName} ${one.firstName} ${one.middleName ?? ''}</b><span>Билет ${one.ticketNumber}</span></span></a></li>`)}</ul>`;
  }

  #card() {
    const { person } = this;
    return html`<section class="panel narrow"><h2>${person.lastName} ${person.firstName} ${person.middleName ?? ''}</h2>
      <p>Родился(ась) ${day(person.birthDate)} · билет ${person.ticketNumber}</p>
      <p>На учёте с ${day(person.registeredOn)}${person.endedOn ? html` по ${day(person.endedOn)}` : nothing}</p>
      ${person.contacts.map((one) => html`<p>${one.value}</p>`)}
      ${button('К списку', false, { style: 'quiet', onClick: () => (this.person = null) })}</section>`;
  }
}

customElements.define('office-by-reason', OfficeByReason);
