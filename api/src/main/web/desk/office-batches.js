import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save, toast, track } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { listBatches, moveBatch, personalisation, regionsToProduce, takeIntoProduction } from './register.js';
import { acting } from './session.js';
import { BATCH_STATES } from './words.js';

const ORDER = ['IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED', 'CLOSED'];
// Who makes which step: the centre produces and ships, the region receives; the territory hands over by order.
const MOVES = {
  IN_PRODUCTION: { level: 'CENTRAL', step: 'produced', label: 'Отметить изготовленной', done: 'Партия изготовлена' },
  PRODUCED: { level: 'CENTRAL', step: 'shipped', label: 'Отметить отправленной', done: 'Партия отправлена' },
  SHIPPED: { level: 'REGIONAL', step: 'received', label: 'Отметить полученной', done: 'Получение отмечено' },
};

/** Batches on their way; the one step that is due is one button. */
export class OfficeBatches extends Screen {
  static properties = { organisation: {}, batchId: {}, batches: { state: true }, regions: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation') || changed.has('batchId')) this.work(() => this.#load());
  }

  async #load() {
    this.keys = new Map();
    const [batches, regions] = await Promise.all([listBatches(this.organisation), isCentral() ? regionsToProduce(this.organisation) : []]);
    Object.assign(this, { batches, regions });
  }

  #take(region) {
    if (!this.keys.has(region.regionId)) this.keys.set(region.regionId, newId());
    this.work(async () => {
      const batch = await takeIntoProduction(this.organisation, region.regionId, this.keys.get(region.regionId));
      toast(`Партия № ${batch.number} в производстве`);
      await this.#load();
    });
  }

  #move(move) {
    this.work(async () => {
      await moveBatch(this.organisation, this.batchId, move.step);
      toast(move.done);
      await this.#load();
    });
  }

  render() {
    if (!this.batches) return html`<h1>Партии</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const batch = this.batchId ? this.batches.find((one) => one.id === this.batchId) : null;
    return batch ? this.#one(batch) : this.#all();
  }

  #all() {
    return html`<div class="head"><div><h1>Партии</h1><p>${acting().name}</p></div></div>
      ${errorSummary(this.failure)}
      ${this.regions.length ? html`<h2>Ждут производства</h2>${this.regions.map((region) => this.#region(region))}<h2>В пути</h2>` : nothing}
      ${this.batches.length ? html`<ul class="list">${this.batches.map((batch) => line(batch))}</ul>` : html`<p class="panel empty">Партий пока нет. Они собираются из утверждённых заявок.</p>`}`;
  }

  #region(region) {
    return html`<section class="panel row spread"><span><b>${region.region}</b><br /><span class="soft">${plural(region.orders, 'order')}, ${plural(region.cards, 'ticket')}</span></span>
      ${button(`В производство: ${plural(region.cards, 'ticket')}`, this.busy, { onClick: () => this.#take(region) })}</section>`;
  }

  #one(batch) {
    const reached = ORDER.indexOf(batch.state);
    const steps = ORDER.slice(0, -1).map((state, place) => ({ name: BATCH_STATES[state][0], state: place < reached ? 'done' : place === reached ? 'now' : 'later' }));
    const move = MOVES[batch.state];
    const csv = () => this.work(async () => save(await personalisation(this.organisation, batch.id), `Партия ${batch.number}.csv`));
    return html`<a class="button plain back" href="#batches">‹ Партии</a>
      <div class="head"><div><h1>Партия № ${batch.number}</h1><p>${batch.region} · ${plural(batch.cards, 'ticket')} · ${when(batch.createdAt)}</p></div></div>
      ${errorSummary(this.failure)}
      <div class="columns"><section class="panel"><h2>Путь партии</h2>${track(steps)}</section>
      <aside class="panel stack">
        ${move?.level === acting().level ? button(move.label, this.busy, { style: 'wide', onClick: () => this.#move(move) }) : html`<p class="soft">Сейчас от вас ничего не требуется.</p>`}
        ${isCentral() && batch.state === 'IN_PRODUCTION' ? button('Скачать данные для печати', this.busy, { style: 'quiet wide', onClick: csv }) : nothing}
      </aside></div>`;
  }
}

function isCentral() {
  return acting().level === 'CENTRAL';
}

function line(batch) {
  const [words, tone] = BATCH_STATES[batch.state] ?? [batch.state, ''];
  return html`<li><a href="#batches/${batch.id}"><span class="grow"><b>Партия № ${batch.number}</b><span>${batch.region} · ${plural(batch.cards, 'ticket')} · ${when(batch.createdAt)}</span></span><span class="mark ${tone}">${words}</span></a></li>`;
}

customElements.define('office-batches', OfficeBatches);
