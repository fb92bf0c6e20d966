import { html, nothing } from 'lit';
import { Screen, button, errorSummary } from '../shared/elements.js';
import { plural } from '../shared/plural.js';
import * as scanner from './scanner.js';

const STANDING = { PRESENT: 'уже внутри', LEFT: 'вышел', NEVER_CAME: 'ещё не входил' };
const SHORTEST = 3;

/** Whoever came without a ticket, by name: on the phone of the person in charge, and every look is on record. */
export class DoorSearch extends Screen {
  static properties = { list: { attribute: false }, found: { state: true } };

  #search(event) {
    event.preventDefault();
    const typed = String(new FormData(event.target).get('name')).trim();
    this.tooShort = typed.length < SHORTEST;
    this.found = null;
    this.requestUpdate();
    if (this.tooShort) return;
    this.work(async () => {
      this.found = await scanner.search(this.list.id, typed);
    });
  }

  render() {
    return html`<form class="panel" novalidate @submit=${this.#search}>
      ${errorSummary(this.failure)}
      <div class="field"><label for="name">Фамилия</label>${this.tooShort ? html`<span class="error" role="alert">Введите хотя бы три буквы</span>` : nothing}
      <input id="name" name="name" autocomplete="off" /></div>
      ${button('Найти', this.busy, { style: 'wide' })}
      ${this.found ? html`<p class="soft" role="status">${this.found.length ? `Найдено: ${plural(this.found.length, 'person')}. Сверьте документ.` : 'Никого не нашли. Проверьте фамилию.'}</p>` : nothing}
      ${this.found?.length ? html`<ul class="last" data-found>${this.found.map((one) => this.#line(one))}</ul>` : nothing}
    </form>`;
  }

  #line({ handle, shortName, category, standing, isMember }) {
    const enter = () => this.dispatchEvent(new CustomEvent('found', { detail: handle, bubbles: true }));
    const state = [category, STANDING[standing], isMember ? '' : 'не на учёте'].filter(Boolean).join(', ');
    return html`<li><span class="who">${shortName}<br /><small>${state}</small></span>${button('Документ сверен', false, { style: 'quiet', onClick: enter })}</li>`;
  }
}

customElements.define('door-search', DoorSearch);
