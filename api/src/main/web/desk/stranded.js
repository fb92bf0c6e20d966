import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { plural } from '../shared/plural.js';
import { listStranded, nameReceiver } from './register.js';

/** Members whose primary is closed: how many, where, and who takes them over; names stay with the primaries. */
export class OfficeStranded extends Screen {
  static properties = { organisation: {}, primaries: { state: true }, naming: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(() => this.#load());
  }

  async #load() {
    this.primaries = await listStranded(this.organisation);
    this.naming = null;
  }

  #name(event, one) {
    event.preventDefault();
    const inpo = String(new FormData(event.target).get('inpo')).trim();
    if (!inpo) return;
    this.work(async () => {
      await nameReceiver(one.id, inpo);
      toast('Председатель этой первички увидит людей и примет их');
      await this.#load();
    });
  }

  render() {
    const { primaries } = this;
    return html`<h1>Ждут перевода</h1>
      <p>Первички закрыты, а люди ещё на учёте. Назначьте первичку, которая примет их всех сразу. Одного человека любая первичка может попросить по фамилии.</p>
      ${errorSummary(this.failure)}
      ${primaries
        ? primaries.length ? primaries.map((one) => this.#one(one)) : html`<p class="panel empty">Никто не ждёт.</p>`
        : this.failure ? nothing : loading()}`;
  }

  #one(one) {
    return html`<section class="panel narrow"><h2>${one.name}</h2>
      <p>ИНПО ${one.inpo} <span class="mark warn">${plural(one.people, 'person')}</span></p>
      <p>${one.receiver ? html`Принимает: <b>${one.receiver}</b>` : 'Кто примет людей, ещё не назначено.'}</p>
      ${this.naming === one.id
        ? html`<form novalidate @submit=${(event) => this.#name(event, one)}>${field({ label: 'ИНПО первички, которая примет людей', name: 'inpo', class: 'number' })}
            <div class="row">${button('Назначить', this.busy)}${button('Не назначать', false, { style: 'quiet', onClick: () => (this.naming = null) })}</div></form>`
        : button(one.receiver ? 'Назначить другую' : 'Назначить первичку', false, { style: 'quiet', onClick: () => (this.naming = one.id) })}
    </section>`;
  }
}

customElements.define('office-stranded', OfficeStranded);
