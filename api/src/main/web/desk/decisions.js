import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { day, today, when } from '../shared/dates.js';
import { acting } from './session.js';
import { DEEDS, DEEDS_DONE, select, statusMark } from './organisation-words.js';
import { decide, listDeeds, searchRegister, showOrganisation } from './organisations-api.js';

const OPEN = ['LIQUIDATION_BEGUN', 'MOVED', 'MERGED', 'EXCLUDED'];
const POSSIBLE = { ACTIVE: OPEN, LIQUIDATING: ['EXCLUDED', 'MERGED', 'MOVED', 'RESTORED'], PROPOSED: ['EXCLUDED', 'MOVED'], EXCLUDED: ['RESTORED'], MERGED: ['RESTORED'] };
const NEEDS_GOAL = { MOVED: 'К какой организации', MERGED: 'С какой организацией' };

/** Decisions about an organisation: what was decided, and the next one to record. */
export class OfficeDecisions extends Screen {
  static properties = { organisation: {}, shown: { state: true }, deeds: { state: true }, kind: { state: true }, goals: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(() => this.#load());
  }

  async #load() {
    [this.shown, this.deeds] = await Promise.all([showOrganisation(this.organisation), listDeeds(this.organisation)]);
    this.kind = this.#kinds()[0];
    this.goals = [];
    this.key = newId();
  }

  #kinds() {
    const mine = (kind) => acting().level !== 'LOCAL' || kind === 'LIQUIDATION_BEGUN';
    return (POSSIBLE[this.shown.status] ?? []).filter(mine);
  }

  #findGoal(event) {
    const text = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => (this.goals = text ? await searchRegister(acting().organisationId, text) : []), 250);
  }

  async #submit(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const sure = await confirm({ title: `${DEEDS[this.kind]}: ${this.shown.name}?`, text: 'Решение останется в истории. Члены Профсоюза, согласия и билеты не меняются.', yes: DEEDS[this.kind], danger: this.kind === 'EXCLUDED' });
    if (!sure) return;
    this.work(async () => {
      await decide(this.organisation, { kind: this.kind, number: String(form.number).trim(), decidedOn: form.decidedOn, effectiveOn: form.effectiveOn, toId: NEEDS_GOAL[this.kind] ? form.toId ?? null : null }, this.key);
      toast(DEEDS_DONE[this.kind]);
      await this.#load();
    });
  }

  render() {
    if (!this.shown) return this.failure ? errorSummary(this.failure) : loading();
    return html`<a class="button plain back" href="#register/${this.organisation}">‹ ${this.shown.name}</a>
      <div class="head"><div><h1>Решения</h1><p>ИНПО ${this.shown.inpo || 'ещё не присвоен'} ${statusMark(this.shown.status)}</p></div></div>
      ${errorSummary(this.failure)} ${this.#form()}
      <h2>История</h2>
      <ul class="list">${this.deeds.map((deed) => html`<li><div class="line"><span class="grow"><b>${DEEDS_DONE[deed.kind] ?? deed.kind}</b>
        <span>${deed.number ? html`Решение № ${deed.number} от ${day(deed.decidedOn)}, действует с ${day(deed.effectiveOn)}` : day(deed.effectiveOn)}${deed.toName ? html` · ${deed.fromName ? html`${deed.fromName} → ` : nothing}${deed.toName}` : nothing}</span>
        <span class="soft">записано ${when(deed.recordedAt)}</span></span></div></li>`)}</ul>
      ${this.deeds.length ? nothing : html`<p class="panel empty">Решений ещё не было.</p>`}`;
  }

  #form() {
    const kinds = this.#kinds();
    if (!kinds.length) return nothing;
    const goal = NEEDS_GOAL[this.kind];
    return html`<form class="panel narrow" novalidate @submit=${this.#submit} @change=${(event) => event.target.name === 'kind' && (this.kind = event.target.value)}>
      ${select('Что решили', 'kind', Object.fromEntries(kinds.map((kind) => [kind, DEEDS[kind]])), this.kind)}
      ${goal
        ? html`<div class="field"><label for="goal">${goal}</label><small>Начните писать название или ИНПО и выберите из списка</small><input id="goal" type="search" autocomplete="off" @input=${this.#findGoal} />
            <select name="toId" size=${Math.min(6, Math.max(2, this.goals.length))} aria-label="Найденные организации">${this.goals.map((one) => html`<option value=${one.id}>${one.name}${one.inpo ? ` · ${one.inpo}` : ''}</option>`)}</select></div>`
        : nothing}
      ${field({ label: 'Номер решения', name: 'number', hint: 'Например, 3-7' })}
      ${field({ label: 'Дата решения', name: 'decidedOn', type: 'date', value: today(), max: today() })}
      ${field({ label: 'Действует с', name: 'effectiveOn', type: 'date', value: today(), max: today() })}
      ${button(DEEDS[this.kind], this.busy, { style: this.kind === 'EXCLUDED' ? 'danger' : '' })}</form>`;
  }
}

customElements.define('office-decisions', OfficeDecisions);
