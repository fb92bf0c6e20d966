import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { plural, roubles } from '../shared/plural.js';
import { cancelOrder, listOrders, orderPaper, placeOrder, showEligibility } from './register.js';
import { ORDER_STATES, fullName } from './words.js';

/** The order: who gets a ticket, what it costs, who does not and why. */
export class DeskOrder extends Screen {
  static properties = { primary: {}, eligibility: { state: true }, orders: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#load());
  }

  async #load() {
    this.key = newId();
    [this.eligibility, this.orders] = await Promise.all([showEligibility(this.primary), listOrders(this.primary)]);
  }

  #place() {
    const personIds = this.eligibility.eligible.map((one) => one.personId);
    this.work(async () => {
      const order = await placeOrder(this.primary, { mode: 'ONLY', personIds }, this.key);
      toast(`Заявка № ${order.number} на ${plural(order.cards, 'ticket')} отправлена`);
      await this.#load();
    });
  }

  render() {
    if (!this.eligibility) return html`<h1>Заявка на билеты</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const returned = this.orders[0]?.state === 'RETURNED' ? this.orders[0] : null;
    return html`
      <div class="head"><h1>Заявка на билеты</h1><a class="button quiet" href="#hand-out">К выдаче</a></div>
      ${errorSummary(this.failure)}
      ${returned ? html`<div class="notice bad"><p><b>Заявку № ${returned.number} вернули: ${returned.returnReason}</b></p><p>Исправьте и отправьте новую.</p></div>` : nothing}
      ${this.#sum()} ${this.#others()}
      ${this.orders.length ? html`<h2>Отправленные заявки</h2><ul class="list">${this.orders.map((order) => this.#line(order))}</ul>` : nothing}`;
  }

  #sum() {
    const { eligible, priceKopecks, sumKopecks } = this.eligibility;
    const count = eligible.length;
    if (count === 0 && this.eligibility.others.length === 0 && this.orders.length === 0) return html`<p class="panel empty">Людей пока нет. <a href="#load">Загрузите список</a>, и здесь появится заявка.</p>`;
    if (count === 0) return html`<p class="notice">Сейчас заказывать некому: у всех, кому можно, билет уже есть или заказан.</p>`;
    return html`<section class="panel">
      <p class="big-sum">${plural(count, 'person')} × ${roubles(priceKopecks)} = ${roubles(sumKopecks)}</p>
      <p class="soft">Состоят на учёте, согласие на обработку данных есть, билета ещё нет.</p>
      <details><summary>Кто войдёт в заявку</summary><ul>${eligible.map((one) => html`<li>${fullName(one)}</li>`)}</ul></details>
      ${button(`Отправить заявку на ${plural(count, 'ticket')}`, this.busy, { style: 'wide', onClick: () => this.#place() })}
    </section>`;
  }

  #others() {
    const { others } = this.eligibility;
    if (!others.length) return nothing;
    return html`<details class="panel"><summary>Не войдут: ${plural(others.length, 'person')}</summary>
      <ul>${others.map((one) => html`<li>${fullName(one)} — ${one.sentence}</li>`)}</ul>
      <a class="button quiet" href="#consents">К согласиям</a></details>`;
  }

  #line(order) {
    const [words, tone] = ORDER_STATES[order.state] ?? [order.state, ''];
    const print = () => this.work(async () => save(await orderPaper(this.primary, order.id), `Заявка ${order.number}.pdf`));
    const cancel = () => this.work(async () => {
      if (!(await confirm({ title: `Отозвать заявку № ${order.number}?`, text: 'Её билеты не будут печатать. Заказать их можно снова.', yes: 'Отозвать', danger: true }))) return;
      await cancelOrder(this.primary, order.id);
      toast('Заявка отозвана');
      await this.#load();
    });
    return html`<li><div class="line"><span class="grow"><b>№ ${order.number} · ${plural(order.cards, 'ticket')} · ${roubles(order.sumKopecks)}</b><span>${when(order.orderedAt)} · платит ${order.payer}</span></span>
      <span class="mark ${tone}">${words}</span>${order.state === 'ORDERED' ? button('Отозвать', this.busy, { style: 'plain', onClick: cancel }) : nothing}${button('Печать', this.busy, { style: 'plain', onClick: print })}</div></li>`;
  }
}

customElements.define('desk-order', DeskOrder);
