import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading } from '../shared/elements.js';
import { inFours } from '../shared/numbers.js';
import { plural } from '../shared/plural.js';
import { listMembers } from './register.js';
import { cardMark, fullName } from './words.js';

/** Who is on record; search by surname or ticket number. */
export class DeskPeople extends Screen {
  static properties = { primary: {}, people: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) {
      this.query = '';
      this.#find();
    }
  }

  #find(cursor) {
    return this.work(async () => {
      const page = await listMembers(this.primary, { query: this.query, cursor });
      this.people = cursor ? [...this.people, ...page.items] : page.items;
      this.next = page.next;
      this.total = page.total ?? this.total;
    });
  }

  #type(event) {
    this.query = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      while (this.busy) await new Promise((resolve) => setTimeout(resolve, 50));
      this.#find();
    }, 250);
  }

  render() {
    return html`
      <div class="head"><div><h1>Люди</h1>${this.total != null ? html`<p>${plural(this.total, 'person')}</p>` : nothing}</div>
        <a class="button" href="#load">Загрузить список</a></div>
      <div class="search"><label for="query">Найти</label><input id="query" type="search" autocomplete="off" placeholder="Фамилия или номер билета" @input=${this.#type} /></div>
      ${errorSummary(this.failure)}
      ${!this.people ? loading() : this.people.length ? this.#list() : html`<p class="panel empty">${this.query ? 'Никого не нашли.' : html`Пока никого нет. <a href="#load">Загрузите список</a>.`}</p>`}`;
  }

  #list() {
    return html`<ul class="list">${this.people.map((person) => personLine(person))}</ul>
      ${this.next ? html`<p>${button('Показать ещё', this.busy, { style: 'quiet', onClick: () => this.#find(this.next) })}</p>` : nothing}`;
  }
}

function personLine(person) {
  return html`<li><a href="#person/${person.personId}"><span class="grow"><b>${fullName(person)}</b><span class="number">${person.ticketNumber ? inFours(person.ticketNumber) : 'номера ещё нет'}</span></span>
    ${cardMark({ status: person.cardStatus, statusTitle: person.cardStatusTitle })}</a></li>`;
}

customElements.define('desk-people', DeskPeople);
