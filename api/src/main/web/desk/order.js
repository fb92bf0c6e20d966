import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { plural, roubles } from '../shared/plural.js';
import { listOrders, placeOrder, showEligibility } from './register.js';
import { NOT_ELIGIBLE, ORDER_STATES } from './words.js';

/** The order: who gets a ticket, what it costs, who does not and why. */
export class DeskOrder extends Screen {
  static properties = { primary: {}, eligibility: { state: true }, orders: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.#load();
  }

  #load() {
    this.key = newId();
    return this.work(async () => {
      [this.eligibility, this.orders] = await Promise.all([showEligibility(this.primary), listOrders(this.primary).then((page) => page.items)]);
    });
  }

  #place() {
    const personIds = this.eligibility.eligible.map((one) => one.personId);
    this.work(async () => {
      await placeOrder(this.primary, { personIds }, this.key);
      toast(`Заявка на ${plural(personIds.length, 'ticket')} отправлена`);
      this.busy = false;
      await this.#load();
    });
  }

  render() {
    if (!this.eligibility) return html`<h1>Заявка на билеты</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    return html`
      <div class="head"><h1>Заявка на билеты</h1><a href="#hand-out">К выдаче ›</a></div>
      ${errorSummary(this.failure)}
      ${this.orders.map((order) => returned(order))}
      ${this.#sum()} ${this.#others()}
      ${this.orders.length ? html`<h2>Отправленные заявки</h2><ul class="list">${this.orders.map((order) => orderLine(order))}</ul>` : nothing}`;
  }

  #sum() {
    const { eligible, unitPriceKopecks: price } = this.eligibility;
    const count = eligible.length;
    if (count === 0) return html`<p class="notice">Сейчас заказывать некому: у всех, кому можно, билет уже есть или заказан.</p>`;
    return html`<section class="panel">
      <p class="big-sum">${plural(count, 'person')} × ${roubles(price)} = ${roubles(price * count)}</p>
      <p class="soft">Состоят на учёте, согласие на обработку данных есть, билета ещё нет.</p>
      <details><summary>Кто войдёт в заявку</summary><ul>${eligible.map((one) => html`<li>${one.fullName}</li>`)}</ul></details>
      ${button(`Отправить заявку на ${plural(count, 'ticket')}`, this.busy, { style: 'wide', onClick: () => this.#place() })}
    </section>`;
  }

  #others() {
    const { excluded } = this.eligibility;
    if (!excluded.length) return nothing;
    return html`<details class="panel"><summary>Не войдут: ${plural(excluded.length, 'person')}</summary>
      <ul>${excluded.map((one) => html`<li>${one.fullName} — ${(one.reasons ?? [one.reason]).map((reason) => NOT_ELIGIBLE[reason] ?? reason).join(', ')}</li>`)}</ul>
      <a class="button quiet" href="#consents">К согласиям</a></details>`;
  }
}

function returned(order) {
  if (order.state !== 'RETURNED') return nothing;
  return html`<div class="notice bad"><p><b>Заявку на ${plural(order.count, 'ticket')} вернули.</b></p><p>${order.returnReason}</p><p class="soft">Исправьте и отправьте новую.</p></div>`;
}

export function orderLine(order) {
  const [words, tone] = ORDER_STATES[order.state] ?? [order.state, ''];
  return html`<li><div class="line"><span class="grow"><b>${plural(order.count, 'ticket')} · ${roubles(order.totalKopecks)}</b><span>${when(order.placedAt)}</span></span><span class="mark ${tone}">${words}</span></div></li>`;
}

customElements.define('desk-order', DeskOrder);
