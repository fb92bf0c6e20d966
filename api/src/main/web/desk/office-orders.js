import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { grouped, plural, roubles } from '../shared/plural.js';
import { approveOrder, handOver, ordersBelow, returnOrder } from './register.js';
import { countForm } from './count-form.js';
import { acting } from './session.js';
import { table } from './table.js';
import { BATCH_STATES, ORDER_STATES } from './words.js';

/** Orders of the organisations below: approve, return with a reason, hand over; no names, only counts. */
export class OfficeOrders extends Screen {
  static properties = { organisation: {}, orderId: {}, orders: { state: true }, returning: { state: true } };

  willUpdate(changed) {
    if (!changed.has('organisation') && !changed.has('orderId')) return;
    this.returning = false;
    this.work(() => this.#load());
  }

  async #load() {
    this.orders = await ordersBelow(this.organisation);
  }

  #decide(act, words) {
    this.work(async () => {
      await act(this.organisation, this.orderId);
      toast(words);
      await this.#load();
      this.returning = false;
    });
  }

  render() {
    if (!this.orders) return html`<h1>Заявки</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const order = this.orderId ? this.orders.find((one) => one.id === this.orderId) : null;
    return order ? this.#one(order) : this.#all();
  }

  #all() {
    const waiting = this.orders.filter((order) => order.mayApprove && order.state === 'ORDERED');
    const here = this.orders.filter((order) => canHandOver(order));
    const rest = this.orders.filter((order) => !waiting.includes(order) && !here.includes(order));
    return html`<div class="head"><div><h1>Заявки</h1><p>${acting().name}</p></div></div>
      ${errorSummary(this.failure)}
      ${this.orders.length ? nothing : firstSteps()}
      <h2>Ждут утверждения</h2>${waiting.length ? list('Ждут утверждения', waiting) : html`<p class="panel empty">Сейчас решать нечего. Новая заявка появится здесь сама.</p>`}
      ${here.length ? html`<h2>Передать в первички</h2>${list('Передать в первички', here)}` : nothing}
      ${rest.length ? html`<h2>Остальные</h2>${list('Остальные', rest)}` : nothing}`;
  }

  #one(order) {
    return html`<a class="button plain back" href="#orders">‹ Заявки</a>
      <div class="head"><div><h1>${order.primary}</h1><p>Заявка № ${order.number} · ${when(order.orderedAt)}</p></div>${mark(order)}</div>
      ${errorSummary(this.failure)}
      <section class="panel narrow"><p class="big-sum">${plural(order.cards, 'ticket')} — ${roubles(order.sumKopecks)}</p>
        <p class="soft">ИНПО ${order.primaryInpo} · ${roubles(order.priceKopecks)} за билет${order.batchState ? html` · партия: ${BATCH_STATES[order.batchState]?.[0].toLowerCase() ?? order.batchState}` : nothing}</p>
        ${order.returnReason ? html`<p>Возвращена: ${order.returnReason}</p>` : nothing}
        ${order.handedOverAt ? html`<p class="notice good">✔ Передано в первичку ${when(order.handedOverAt)}</p>` : nothing}
        ${order.mayApprove && order.state === 'ORDERED' ? this.#decisions() : nothing}
        ${canHandOver(order) ? this.#handOver(order) : nothing}</section>`;
  }

  #handOver(order) {
    const send = (count) => this.#decide((organisation, id) => handOver(organisation, id, count), 'Билеты переданы в первичку');
    return countForm({ hop: order.id, label: `Передать в первичку: ${plural(order.cards, 'ticket')}`, busy: this.busy, send });
  }

  #decisions() {
    if (!this.returning) {
      return html`<div class="row">${button('Утвердить заявку', this.busy, { onClick: () => this.#decide(approveOrder, 'Заявка утверждена') })}
        ${button('Вернуть…', false, { style: 'quiet', onClick: () => (this.returning = true) })}</div>`;
    }
    const submit = (event) => {
      event.preventDefault();
      const reason = String(new FormData(event.target).get('reason')).trim();
      if (reason) this.#decide((organisation, order) => returnOrder(organisation, order, reason), 'Заявка возвращена');
    };
    return html`<form novalidate @submit=${submit}>${field({ label: 'Что исправить', name: 'reason', hint: 'Председатель увидит эти слова' })}
      <div class="row">${button('Вернуть заявку', this.busy)}${button('Не возвращать', false, { style: 'quiet', onClick: () => (this.returning = false) })}</div></form>`;
  }
}

function canHandOver(order) {
  return order.mayApprove && order.batchState === 'RECEIVED' && !order.handedOverAt;
}

function mark(order) {
  const [words, tone] = ORDER_STATES[order.state] ?? [order.state, ''];
  return html`<span class="mark ${tone}">${words}</span>`;
}

function list(caption, orders) {
  return table({
    caption,
    columns: [
      { name: 'Первичная организация', of: (order) => html`<a href="#orders/${order.id}">${order.primary}</a>` },
      { name: 'Заявка', of: (order) => `№ ${order.number}` },
      { name: 'Билетов', of: (order) => grouped(order.cards), number: true },
      { name: 'Сумма', of: (order) => roubles(order.sumKopecks), number: true },
      { name: 'Отправлена', of: (order) => when(order.orderedAt) },
      { name: 'Состояние', of: mark },
    ],
    rows: orders,
  });
}

/** What makes the first order come, for an office that has none yet. */
function firstSteps() {
  return html`<section class="panel narrow"><h2>Заявок пока нет</h2>
    <p>Заявка появится здесь сама, когда председатель первичной организации:</p>
    <ol><li>загрузит список членов Профсоюза из Excel,</li><li>отметит согласия на бумаге,</li><li>закажет билеты.</li></ol>
    <p class="soft">Нужны организация в реестре и логин её председателя.</p></section>`;
}

customElements.define('office-orders', OfficeOrders);
