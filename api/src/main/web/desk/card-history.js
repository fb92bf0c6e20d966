import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, save, toast, track } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { inFours } from '../shared/numbers.js';
import { endCard, paperCard, showCard, undoIssue } from './register.js';
import { cardMark, fullName } from './words.js';

const UNDO = 15 * 60_000;
const STOPS = 'Она перестанет действовать сразу. Билет на телефоне продолжит работать, новую карту можно заказать.';
const ENDS = {
  LOST: { from: ['ISSUED', 'AT_PRIMARY'], label: 'Карта утеряна…', title: 'Карта утеряна?', text: STOPS, yes: 'Отметить утерянной', done: 'Карта больше не действует' },
  WORN: { from: ['ISSUED'], label: 'Карта повреждена…', title: 'Карта не читается?', text: STOPS, yes: 'Заменить карту', done: 'Карта больше не действует. Новую можно заказать' },
  DATA_CHANGED: { from: ['ISSUED', 'AT_PRIMARY'], label: 'Сменилась фамилия…', title: 'Данные на карте устарели?', text: STOPS, yes: 'Заменить карту', done: 'Карта больше не действует. Новую можно заказать' },
  DEFECTIVE: { from: ['AT_PRIMARY'], label: 'Брак…', title: 'Карта напечатана с ошибкой?', text: STOPS, yes: 'Отметить брак', done: 'Карта больше не действует. Новую можно заказать' },
  WITHDRAWN: { from: ['ISSUED', 'AT_PRIMARY'], label: 'Карта сдана…', title: 'Карту вернули вам?', text: STOPS, yes: 'Отметить сданной', done: 'Карта больше не действует' },
};

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

  #end(reason, { title, text, yes, done }) {
    this.work(async () => {
      if (!(await confirm({ title, text, yes, danger: true }))) return;
      await endCard(this.primary, this.card, reason);
      toast(done);
      await this.#load();
    });
  }

  #undo() {
    this.work(async () => {
      await undoIssue(this.primary, [this.card]);
      toast('Отметка снята');
      await this.#load();
    });
  }

  /** What may become of this copy now. */
  #choices({ card, steps }) {
    const issuedNow = card.status === 'ISSUED' && card.medium === 'PLASTIC' && Date.now() - Date.parse(steps[steps.length - 1].at) < UNDO;
    const print = () => this.work(async () => save(await paperCard(this.primary, this.card), 'Билет на бумаге.pdf'));
    return html`<div class="row">
      ${issuedNow ? button('Снять отметку о выдаче', this.busy, { style: 'quiet', onClick: () => this.#undo() }) : nothing}
      ${card.status === 'ISSUED' && card.medium === 'PAPER' ? button('Напечатать', this.busy, { style: 'quiet', onClick: print }) : nothing}
      ${Object.entries(ENDS).filter(([, end]) => end.from.includes(card.status)).map(([reason, end]) => button(end.label, this.busy, { style: 'quiet danger', onClick: () => this.#end(reason, end) }))}</div>`;
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
      ${this.#choices(this.found)}`;
  }
}

customElements.define('desk-card', DeskCard);
