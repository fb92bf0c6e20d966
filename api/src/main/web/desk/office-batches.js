import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save, toast, track } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { batchAct, batchCounts, listBatches, moveBatch, packingList, personalisation, regionsToProduce, takeIntoProduction } from './register.js';
import { countForm } from './count-form.js';
import { acting } from './session.js';
import { table } from './table.js';
import { BATCH_STATES } from './words.js';

const ORDER = ['IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED', 'CLOSED'];
// Who makes which step: the centre produces and ships, the region receives; the territory hands over by order.
const MOVES = {
  IN_PRODUCTION: { level: 'CENTRAL', step: 'produced', label: 'Отметить изготовленной', done: 'Партия изготовлена', reference: 'Номер акта' },
  PRODUCED: { level: 'CENTRAL', step: 'shipped', label: 'Отметить отправленной', done: 'Партия отправлена', reference: 'Номер посылки' },
  SHIPPED: { level: 'REGIONAL', step: 'received', label: 'Отметить полученной', done: 'Получение отмечено' },
};

/** Batches on their way; the one step that is due is one button. */
export class OfficeBatches extends Screen {
  static properties = { organisation: {}, batchId: {}, batches: { state: true }, counts: { state: true }, regions: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation') || changed.has('batchId')) this.work(() => this.#load());
  }

  async #load() {
    this.keys = new Map();
    const [batches, regions] = await Promise.all([listBatches(this.organisation), isCentral() ? regionsToProduce(this.organisation) : []]);
    const counts = this.batchId ? await batchCounts(this.organisation, this.batchId) : null;
    Object.assign(this, { batches, regions, counts });
  }

  #take(region) {
    if (!this.keys.has(region.regionId)) this.keys.set(region.regionId, newId());
    this.work(async () => {
      const batch = await takeIntoProduction(this.organisation, region.regionId, this.keys.get(region.regionId));
      toast(`Партия № ${batch.number} в производстве`);
      await this.#load();
    });
  }

  #move(move, count) {
    this.work(async () => {
      await moveBatch(this.organisation, this.batchId, move.step, count);
      toast(move.done);
      await this.#load();
    });
  }

  render() {
    if (!this.batches) return html`<h1>Партии</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const batch = this.batchId ? this.batches.find((one) => one.id === this.batchId) : null;
    return batch ? this.#one(batch) : this.#all();
  }

  #pack(batch, pack) {
    const print = () => this.work(async () => save(await packingList(this.organisation, batch.id, pack.orderId), `Упаковка ${pack.order}.pdf`));
    return html`<li><div class="line"><span class="grow"><b>${pack.primary}</b><span>ИНПО ${pack.primaryInpo} · ${plural(pack.cards, 'ticket')} · <span class="number">${pack.firstNumber} – ${pack.lastNumber}</span></span></span>
      ${button('Упаковочный лист', this.busy, { style: 'plain', onClick: print })}</div></li>`;
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
    const load = (kind) => () => this.work(async () => save(await personalisation(this.organisation, batch.id, kind), `Партия ${batch.number}.${kind}`));
    const act = () => this.work(async () => save(await batchAct(this.organisation, batch.id), `Акт ${batch.number}.pdf`));
    const { hops, packs, missing, onTheWay } = this.counts ?? { hops: [], packs: [], missing: [], onTheWay: batch.cards };
    const handedOut = hops.length ? hops[hops.length - 1].counted - onTheWay : 0;
    return html`<a class="button plain back" href="#batches">‹ Партии</a>
      <div class="head"><div><h1>Партия № ${batch.number}</h1><p>${batch.region} · ${plural(batch.cards, 'ticket')} · ${when(batch.createdAt)}</p></div></div>
      ${errorSummary(this.failure)}
      <div class="columns"><section class="panel"><h2>Путь партии</h2>${track(steps)}</section>
      <aside class="panel stack">
        ${move?.level === acting().level ? countForm({ hop: `${batch.id} ${move.step}`, expected: onTheWay, handedOut, label: move.label, busy: this.busy, reference: move.reference, send: (count) => this.#move(move, count) }) : html`<p class="soft">Сейчас от вас ничего не требуется.</p>`}
        ${isCentral() && batch.state === 'IN_PRODUCTION' ? html`${button('Скачать данные для печати', this.busy, { style: 'quiet wide', onClick: load('csv') })}${button('То же для Excel', this.busy, { style: 'quiet wide', onClick: load('xlsx') })}` : nothing}
        ${button('Акт передачи', this.busy, { style: 'quiet wide', onClick: act })}
      </aside></div>
      ${hops.length ? html`<h2>Пересчитано</h2>${counted(hops)}` : nothing}
      ${missing.length ? html`<section class="notice bad"><p><b>Не хватает: ${plural(missing.length, 'ticket')}</b></p><ul>${missing.map((one) => html`<li><span class="number">${one.copy}</span> — ${one.statusTitle.toLowerCase()}, ${one.primary}</li>`)}</ul></section>` : nothing}
      ${packs.length ? html`<details class="panel"><summary>Упаковки: ${packs.length}</summary><ul class="list">${packs.map((pack) => this.#pack(batch, pack))}</ul></details>` : nothing}`;
  }
}

function counted(hops) {
  return table({
    caption: 'Пересчитано',
    columns: [
      { name: 'Шаг', of: (hop) => (hop.order ? `${hop.statusTitle}, заявка № ${hop.order}` : hop.statusTitle) },
      { name: 'Должно быть', of: (hop) => hop.expected, number: true },
      { name: 'Есть', of: (hop) => hop.counted, number: true },
      { name: 'Нет', of: (hop) => hop.missing, number: true },
      { name: 'Документ', of: (hop) => hop.reference ?? '' },
      { name: 'Кто и когда', of: (hop) => `${hop.organisation}, ${when(hop.at)}` },
    ],
    rows: hops,
  });
}

function isCentral() {
  return acting().level === 'CENTRAL';
}

function line(batch) {
  const [words, tone] = BATCH_STATES[batch.state] ?? [batch.state, ''];
  return html`<li><a href="#batches/${batch.id}"><span class="grow"><b>Партия № ${batch.number}</b><span>${batch.region} · ${plural(batch.cards, 'ticket')} · ${when(batch.createdAt)}</span></span><span class="mark ${tone}">${words}</span></a></li>`;
}

customElements.define('office-batches', OfficeBatches);
