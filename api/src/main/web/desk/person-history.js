import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading } from '../shared/elements.js';
import { day, today, when } from '../shared/dates.js';
import { showHistory, showMember } from './register.js';
import { CATEGORIES, CHANNELS, CONSENT_STATES, PURPOSES, ROLES, fullName } from './words.js';

/** «Как было на дату»: what a member was on a day, and every period since she came. */
export class DeskPersonHistory extends Screen {
  static properties = { primary: {}, person: {}, member: { state: true }, history: { state: true } };

  willUpdate(changed) {
    if (!changed.has('person')) return;
    this.work(async () => {
      this.member = await showMember(this.primary, this.person);
      await this.#load(today());
    });
  }

  async #load(on) {
    this.history = await showHistory(this.primary, this.person, on);
  }

  #ask(event) {
    event.preventDefault();
    const on = String(new FormData(event.target).get('on'));
    if (on) this.work(() => this.#load(on));
  }

  render() {
    const { member, history } = this;
    return html`<a class="button plain back" href="#person/${this.person}">‹ Карточка</a>
      ${member ? html`<h1>${fullName(member)}</h1>` : nothing}
      ${errorSummary(this.failure)}
      <form class="panel narrow" novalidate @submit=${this.#ask}>
        ${field({ label: 'Как было на дату', name: 'on', type: 'date', value: history?.on ?? today(), max: today() })}
        ${button('Показать', this.busy)}
      </form>
      ${history ? this.#shown(history) : this.failure ? nothing : loading()}`;
  }

  #shown({ on, onDay, consents, periods }) {
    return html`
      <section class="panel narrow" aria-live="polite"><h2>${day(on)}</h2>
        ${onDay
          ? html`<dl>${fact('Кто', CATEGORIES[onDay.category] ?? onDay.category)}${fact('Подразделение', onDay.unit)}${fact('Должность', onDay.position)}
              ${fact('В Профсоюзе', roles(onDay.unionRoles))}${fact('Отпуск или сокращение до', day(onDay.suspendedUntil))}
              ${consents.map((one) => fact(`${PURPOSES[one.purpose] ?? one.purpose}${CHANNELS[one.channel] ? `, ${CHANNELS[one.channel]}` : ''}`, `${CONSENT_STATES[one.state] ?? one.state} ${day(one.signedOn)}`))}</dl>`
          : html`<p>В этот день на учёте здесь не было.</p>`}
      </section>
      <section class="panel narrow"><h2>Все периоды</h2>
        <ul class="last">${periods.map((one) => html`<li><b>С ${day(one.from)} ${one.until ? `до ${day(one.until)}` : 'и сейчас'}</b><br />
          ${[CATEGORIES[one.category], one.unit, one.position, roles(one.unionRoles)].filter(Boolean).join(' · ')}<br />
          <small>Записано ${when(one.recordedAt)}${one.reason ? html`. Задним числом: ${one.reason}` : nothing}</small></li>`)}</ul>
      </section>`;
  }
}

function roles(codes) {
  return codes.map((code) => ROLES[code] ?? code).join(', ');
}

function fact(name, value) {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
}

customElements.define('desk-person-history', DeskPersonHistory);
