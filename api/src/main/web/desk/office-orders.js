import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { plural, roubles } from '../shared/plural.js';
import { approveOrder, createBatch, officeOrder, officeOrders, returnOrder } from './register.js';
import { acting } from './session.js';
import { ORDER_STATES } from './words.js';

/** Orders of the organisations below: to approve or to return with a reason; no names, only counts. */
export class OfficeOrders extends Screen {
  static properties = { organisation: {}, orderId: {}, orders: { state: true }, order: { state: true }, returning: { state: true } };

  willUpdate(changed) {
    if (changed.has('organisation') || changed.has('orderId')) this.#load();
  }

  #load() {
    this.order = null;
    this.returning = false;
    this.key = newId();
    return this.work(async () => {
      if (this.orderId) this.order = await officeOrder(this.orderId);
      else this.orders = (await officeOrders(this.organisation)).items;
    });
  }

  #decide(work, words) {
    this.work(async () => {
      await work();
      toast(words);
      location.hash = 'orders';
    });
  }

  #batch() {
    const ready = this.orders.filter((order) => order.state === 'APPROVED').map((order) => order.id);
    this.work(async () => {
      const batch = await createBatch(ready, this.key);
      toast('Партия собрана');
      location.hash = `batches/${batch.id}`;
    });
  }

  render() {
    if (this.orderId) return this.#one();
    if (!this.orders) return html`<h1>Заявки</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const waiting = this.orders.filter((order) => order.state === 'ORDERED');
    const ready = this.orders.filter((order) => order.state === 'APPROVED');
    const rest = this.orders.filter((order) => !['ORDERED', 'APPROVED'].includes(order.state));
    return html`<div class="head"><div><h1>Заявки</h1><p>${acting().name}</p></div></div>
      ${errorSummary(this.failure)}
      <h2>Ждут утверждения</h2>${waiting.length ? list(waiting) : html`<p class="panel empty">Ничего не ждёт.</p>`}
      ${ready.length ? html`<h2>Утверждены</h2>${list(ready)}
        ${acting().level === 'CENTRAL' ? html`<p>${button(`В производство: ${plural(ready.reduce((sum, order) => sum + order.count, 0), 'ticket')}`, this.busy, { onClick: () => this.#batch() })}</p>` : nothing}` : nothing}
      ${rest.length ? html`<h2>Остальные</h2>${list(rest)}` : nothing}`;
  }

  #one() {
    const { order } = this;
    if (!order) return this.failure ? errorSummary(this.failure) : loading();
    const [words, tone] = ORDER_STATES[order.state] ?? [order.state, ''];
    return html`<a class="button plain back" href="#orders">‹ Заявки</a>
      <div class="head"><div><h1>${order.organisationName}</h1><p>${when(order.placedAt)}</p></div><span class="mark ${tone}">${words}</span></div>
      ${errorSummary(this.failure)}
      <section class="panel narrow"><p class="big-sum">${plural(order.count, 'ticket')} — ${roubles(order.totalKopecks)}</p>
        ${order.returnReason ? html`<p>Возвращена: ${order.returnReason}</p>` : nothing}
        ${order.state === 'ORDERED' ? this.#decisions() : nothing}</section>`;
  }

  #decisions() {
    if (!this.returning) {
      return html`<div class="row">${button('Утвердить заявку', this.busy, { onClick: () => this.#decide(() => approveOrder(this.orderId), 'Заявка утверждена') })}
        ${button('Вернуть…', false, { style: 'quiet', onClick: () => (this.returning = true) })}</div>`;
    }
    const submit = (event) => {
      event.preventDefault();
      const reason = String(new FormData(event.target).get('reason')).trim();
      if (reason) this.#decide(() => returnOrder(this.orderId, reason), 'Заявка возвращена');
    };
    return html`<form novalidate @submit=${submit}>${field({ label: 'Что исправить', name: 'reason', hint: 'Председатель увидит эти слова' })}
      <div class="row">${button('Вернуть заявку', this.busy)}${button('Не возвращать', false, { style: 'quiet', onClick: () => (this.returning = false) })}</div></form>`;
  }
}

function list(orders) {
  return html`<ul class="list">${orders.map((order) => {
    const [words, tone] = ORDER_STATES[order.state] ?? [order.state, ''];
    return html`<li><a href="#orders/${order.id}"><span class="grow"><b>${order.organisationName}</b><span>${plural(order.count, 'ticket')} · ${roubles(order.totalKopecks)} · ${when(order.placedAt)}</span></span><span class="mark ${tone}">${words}</span></a></li>`;
  })}</ul>`;
}

customElements.define('office-orders', OfficeOrders);
