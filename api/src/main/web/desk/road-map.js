import { html, nothing } from 'lit';
import { Screen, errorSummary, loading } from '../shared/elements.js';
import { day } from '../shared/dates.js';
import { STEPS, wordMark } from './organisation-words.js';
import { showRoadMap } from './organisations-api.js';

const WHERE = { PASSPORT: '#passport', TRAINING: '#passport', MEMBERS: '#people', CONSENTS: '#consents', ORDERS: '#order', ISSUE: '#hand-out' };

/** «Семь шагов»: computed from what is recorded; nobody ticks a step by hand. */
export class DeskRoadMap extends Screen {
  static properties = { organisation: {}, map: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation')) this.work(async () => (this.map = await showRoadMap(this.organisation)));
  }

  render() {
    if (!this.map) return this.failure ? errorSummary(this.failure) : loading();
    const { steps, lastMovementOn, word } = this.map;
    const done = steps.filter((step) => step.done).length;
    return html`<a class="button plain back" href="#passport">‹ Паспорт</a>
      <div class="head"><div><h1>Семь шагов</h1><p>Сделано ${done} из 7${lastMovementOn ? ` · последнее движение ${day(lastMovementOn)}` : ''}</p></div>${wordMark(word)}</div>
      <progress max="7" value=${done} aria-label="Сделано шагов"></progress>
      <ol class="list road">${steps.map((step) => this.#step(step))}</ol>`;
  }

  #step(step) {
    const [name, rule] = STEPS[step.code] ?? [step.code, ''];
    const numbers = step.code === 'PASSPORT' ? (step.count ? `осталось полей: ${step.count}` : '') : step.of === null ? '' : `${step.count} из ${step.of}`;
    const text = html`<span class="grow"><b>${name}</b><span>${[rule, numbers].filter(Boolean).join(' · ')}</span>
      ${step.dueOn && !step.done ? html`<span class=${step.overdue ? 'late' : 'soft'}>${step.overdue ? 'срок прошёл ' : 'до '}${day(step.dueOn)}</span>` : nothing}</span>
      <span class="mark ${step.done ? 'good' : step.overdue ? 'bad' : ''}">${step.done ? '✔ сделано' : step.overdue ? 'опаздываем' : 'впереди'}</span>`;
    return html`<li>${WHERE[step.code] ? html`<a href=${WHERE[step.code]}>${text}</a>` : html`<span class="line">${text}</span>`}</li>`;
  }
}

customElements.define('desk-road-map', DeskRoadMap);
