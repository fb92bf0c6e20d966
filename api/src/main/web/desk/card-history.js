import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, toast, track } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { reportLost, showCard } from './register.js';
import { cardMark, fullName } from './words.js';

/** Every step of one card: what, when, who. */
export class DeskCard extends Screen {
  static properties = { primary: {}, card: {}, found: { state: true } };

  willUpdate(changed) {
    if (!changed.has('card')) return;
    this.found = null;
    this.work(() => this.#load());
  }

  async #load() {
    this.found = await showCard(this.primary, this.card);
  }

  async #lost() {
    const sure = await confirm({ title: 'Карта утеряна?', text: 'Она перестанет действовать сразу. Билет на телефоне продолжит работать.', yes: 'Отметить утерянной', danger: true });
    if (!sure) return;
    this.work(async () => {
      await reportLost(this.primary, this.card);
      toast('Карта больше не действует');
      await this.#load();
    });
  }

  render() {
    if (!this.found) return this.failure ? errorSummary(this.failure) : loading();
    const { card, steps } = this.found;
    const shown = steps.map((step, place) => ({
      name: step.title,
      state: place === steps.length - 1 && step.to !== 'ISSUED' ? 'now' : 'done',
      note: [when(step.at), step.organisation, step.reason].filter(Boolean).join(' · '),
    }));
    return html`<a class="button plain back" href="#hand-out">‹ Билеты</a>
      <div class="head"><div><h1>${fullName(card)}</h1><p class="number">Билет ${inFours(card.ticketNumber)}, карта ${card.serial}</p></div>${cardMark(card)}</div>
      ${errorSummary(this.failure)}
      <section class="panel"><h2>Путь карты</h2>${track(shown)}</section>
      ${card.status === 'ISSUED' ? button('Карта утеряна…', this.busy, { style: 'quiet danger', onClick: () => this.#lost() }) : nothing}`;
  }
}

customElements.define('desk-card', DeskCard);
