import { html } from 'lit';
import { Screen, errorSummary, loading, track } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { showCard } from './register.js';
import { CARD_STATES } from './words.js';

/** Every step of one card: what, when, who. */
export class DeskCard extends Screen {
  static properties = { primary: {}, card: {}, found: { state: true } };

  willUpdate(changed) {
    if (!changed.has('card')) return;
    this.work(async () => {
      this.found = await showCard(this.primary, this.card);
    });
  }

  render() {
    const { found } = this;
    if (!found) return this.failure ? errorSummary(this.failure) : loading();
    const steps = found.history.map((step, place) => ({
      name: CARD_STATES[step.status]?.[0] ?? step.status,
      state: place === found.history.length - 1 && step.status !== 'ISSUED' ? 'now' : 'done',
      note: [when(step.at), step.by].filter(Boolean).join(' · '),
    }));
    return html`<a class="button plain back" href="#hand-out">‹ Билеты</a>
      <div class="head"><div><h1>${found.fullName}</h1><p class="number">Билет ${inFours(found.ticketNumber ?? '')}${found.serial ? `, карта ${found.serial}` : ''}</p></div></div>
      <section class="panel"><h2>Путь карты</h2>${track(steps)}</section>`;
  }
}

customElements.define('desk-card', DeskCard);
