import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, save, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { when } from '../shared/dates.js';
import { plural, roubles } from '../shared/plural.js';
import { everyoneExcept } from './everyone-except.js';
import { cancelOrder, keepDraft, listOrders, orderPaper, placeOrder, showEligibility } from './register.js';
import { ORDER_STATES, fullName } from './words.js';

/** The order: who gets a ticket, what it costs, who does not and why. */
export class DeskOrder extends Screen {
  static properties = { primary: {}, eligibility: { state: true }, orders: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#load());
  }

  async #load() {
    [this.eligibility, this.orders] = await Promise.all([showEligibility(this.primary), listOrders(this.primary)]);
    const { draft } = this.eligibility;
    this.key = draft?.orderId ?? newId();
    this.left = new Set(draft?.leftOut);
  }

  /** Who is ticked; somebody left out of the draft may not be eligible any more. */
  #chosen() {
    return this.eligibility.eligible.map((one) => one.personId).filter((id) => !this.left.has(id));
  }

  #keep() {
    this.work(async () => {
      await keepDraft(this.primary, { mode: 'ONLY', personIds: this.#chosen() });
      toast('Черновик сохранён. Он откроется здесь с любого компьютера');
      await this.#load();
    });
  }

  #place() {
    this.work(async () => {
      const order = await placeOrder(this.primary, { mode: 'ONLY', personIds: this.#chosen() }, this.key);
      toast(`Заявка № ${order.number} на ${plural(order.cards, 'ticket')} отправлена`);
      await this.#load();
    });
  }

  render() {
    if (!this.eligibility) return html`<h1>Заявка на билеты</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const sent = this.orders.filter((order) => order.state !== 'DRAFT');
    const returned = sent[0]?.state === 'RETURNED' ? sent[0] : null;
    return html`
      <div class="head"><h1>Заявка на билеты</h1><a class="button quiet" href="#hand-out">К выдаче</a></div>
      ${errorSummary(this.failure)}
      ${returned ? html`<div class="notice bad"><p><b>Заявку № ${returned.number} вернули: ${returned.returnReason}</b></p><p>Исправьте и отправьте новую.</p></div>` : nothing}
      ${this.#sum()} ${this.#others()}
      ${sent.length ? html`<h2>Отправленные заявки</h2><ul class="list">${sent.map((order) => this.#line(order))}</ul>` : nothing}`;
  }

  #sum() {
    const { eligible, priceKopecks, draft } = this.eligibility;
    const count = this.#chosen().length;
    if (eligible.length === 0 && this.eligibility.others.length === 0 && this.orders.length === 0) return html`<p class="panel empty">Людей пока нет. <a href="#load">Загрузите список</a>, и здесь появится заявка.</p>`;
    if (eligible.length === 0) return html`<p class="notice">Сейчас заказывать некому: у всех, кому можно, билет уже есть или заказан.</p>`;
    return html`<section class="panel">
      ${draft ? html`<p class="soft">Это черновик: заявка ещё не отправлена.</p>` : nothing}
      <p class="big-sum">${plural(count, 'person')} × ${roubles(priceKopecks)} = ${roubles(count * priceKopecks)}</p>
      <p class="soft">Состоят на учёте, согласие на обработку данных есть, билета ещё нет.</p>
      <details ?open=${this.left.size > 0}><summary>Кто войдёт в заявку</summary>${everyoneExcept({
        people: eligible.map((one) => ({ id: one.personId, name: fullName(one) })), left: this.left, what: 'Кто войдёт в заявку', change: () => this.requestUpdate(),
      })}${button('Сохранить черновик', this.busy, { style: 'quiet', disabled: count === 0, onClick: () => this.#keep() })}</details>
      ${button(`Отправить заявку на ${plural(count, 'ticket')}`, this.busy, { style: 'wide', disabled: count === 0, onClick: () => this.#place() })}
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
