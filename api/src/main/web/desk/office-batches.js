import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, toast, track } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { moveBatch, officeBatch, officeBatches } from './register.js';
import { acting } from './session.js';
import { BATCH_STATES } from './words.js';

const ORDER = ['OPEN', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED', 'CLOSED'];
// Who makes which step: the centre produces and ships, the region receives, the territory hands over.
const MOVES = {
  OPEN: { level: 'CENTRAL', step: 'production', label: 'Передать в производство', done: 'Партия в производстве' },
  IN_PRODUCTION: { level: 'CENTRAL', step: 'produced', label: 'Отметить изготовленной', done: 'Партия изготовлена' },
  PRODUCED: { level: 'CENTRAL', step: 'shipment', label: 'Отметить отправленной', done: 'Партия отправлена' },
  SHIPPED: { level: 'REGIONAL', step: 'receipt', label: 'Партия получена', done: 'Получение отмечено' },
  RECEIVED: { level: 'LOCAL', step: 'hand-over', label: 'Передать в первички', done: 'Билеты переданы в первички' },
};

/** Batches on their way; the one step that is due is one button. */
export class OfficeBatches extends Screen {
  static properties = { organisation: {}, batchId: {}, batches: { state: true }, batch: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation') || changed.has('batchId')) this.#load();
  }

  #load() {
    this.batch = null;
    return this.work(async () => {
      if (this.batchId) this.batch = await officeBatch(this.batchId);
      else this.batches = (await officeBatches(this.organisation)).items;
    });
  }

  #move(move) {
    this.work(async () => {
      await moveBatch(this.batchId, move.step);
      toast(move.done);
      this.batch = await officeBatch(this.batchId);
    });
  }

  render() {
    if (this.batchId) return this.#one();
    return html`<div class="head"><div><h1>Партии</h1><p>${acting().name}</p></div></div>${errorSummary(this.failure)}
      ${!this.batches ? (this.failure ? nothing : loading()) : this.batches.length ? html`<ul class="list">${this.batches.map((batch) => line(batch))}</ul>` : html`<p class="panel empty">Партий пока нет. Они собираются из утверждённых заявок.</p>`}`;
  }

  #one() {
    const { batch } = this;
    if (!batch) return this.failure ? errorSummary(this.failure) : loading();
    const at = new Map((batch.history ?? []).map((step) => [step.state, step.at]));
    const reached = ORDER.indexOf(batch.state);
    const steps = ORDER.slice(0, -1).map((state, place) => ({
      name: BATCH_STATES[state][0],
      state: place < reached ? 'done' : place === reached ? 'now' : 'later',
      note: at.has(state) ? when(at.get(state)) : nothing,
    }));
    const move = MOVES[batch.state];
    return html`<a class="button plain back" href="#batches">‹ Партии</a>
      <div class="head"><div><h1>Партия ${batch.number ?? ''}</h1><p>${plural(batch.count, 'ticket')}</p></div></div>
      ${errorSummary(this.failure)}
      <div class="columns"><section class="panel"><h2>Путь партии</h2>${track(steps)}</section>
      <aside class="panel">${move && move.level === acting().level ? button(move.label, this.busy, { style: 'wide', onClick: () => this.#move(move) }) : html`<p class="soft">Сейчас от вас ничего не требуется.</p>`}</aside></div>`;
  }
}

function line(batch) {
  const [words, tone] = BATCH_STATES[batch.state] ?? [batch.state, ''];
  return html`<li><a href="#batches/${batch.id}"><span class="grow"><b>Партия ${batch.number ?? ''}</b><span>${plural(batch.count, 'ticket')}</span></span><span class="mark ${tone}">${words}</span></a></li>`;
}

customElements.define('office-batches', OfficeBatches);
