import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading } from '../shared/elements.js';
import { day, today } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { registerOn } from './register.js';
import { CATEGORIES, CONSENT_STATES, fullName } from './words.js';

/** Everybody who was on record on a day. */
export class DeskRegisterOnDay extends Screen {
  static properties = { primary: {}, shown: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#load(today()));
  }

  async #load(on, cursor) {
    const page = await registerOn(this.primary, on, cursor);
    this.shown = cursor ? { ...page, people: [...this.shown.people, ...page.people] } : page;
  }

  #ask(event) {
    event.preventDefault();
    const on = String(new FormData(event.target).get('on'));
    if (on) this.work(() => this.#load(on));
  }

  render() {
    const { shown } = this;
    return html`<a class="button plain back" href="#people">‹ Люди</a><h1>Как было на дату</h1>
      ${errorSummary(this.failure)}
      <form class="panel narrow" novalidate @submit=${this.#ask}>${field({ label: 'Дата', name: 'on', type: 'date', value: shown?.on ?? today(), max: today() })}${button('Показать', this.busy)}</form>
      ${shown ? this.#list(shown) : this.failure ? nothing : loading()}`;
  }

  #list({ on, counted, secondary, people, nextCursor }) {
    return html`<h2 aria-live="polite">${day(on)}: ${plural(counted, 'person')} на учёте${secondary ? `, ещё совместителей: ${secondary}` : ''}</h2>
      ${people.length ? html`<ul class="list">${people.map((one) => line(one))}</ul>` : nothing}
      ${nextCursor ? html`<p>${button('Показать ещё', this.busy, { style: 'quiet', onClick: () => this.work(() => this.#load(on, nextCursor)) })}</p>` : nothing}`;
  }
}

function line(one) {
  const what = [CATEGORIES[one.category], one.unit, one.position, one.kind === 'SECONDARY' ? 'совместитель' : null, `согласие: ${CONSENT_STATES[one.consent ?? 'UNKNOWN']}`].filter(Boolean).join(' · ');
  const words = html`<span class="grow"><b>${one.lastName ? fullName(one) : 'Сейчас в другой организации'}</b><span>${what}</span></span>`;
  return one.lastName && one.kind === 'COUNTED' ? html`<li><a href="#history/${one.personId}">${words}</a></li>` : html`<li><div class="line">${words}</div></li>`;
}

customElements.define('desk-register-on-day', DeskRegisterOnDay);
