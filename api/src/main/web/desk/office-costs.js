import { html, nothing } from 'lit';
import { Screen, button, errorSummary, field, loading, toast } from '../shared/elements.js';
import { day, today } from '../shared/dates.js';
import { grouped, roubles } from '../shared/plural.js';
import { cardCosts, cardPrices, setCardPrice } from './register.js';
import { acting } from './session.js';
import { table } from './table.js';

/** What cards cost the territories in a year, and the price list behind it. */
export class OfficeCosts extends Screen {
  static properties = { organisation: {}, year: { state: true }, costs: { state: true }, prices: { state: true } };

  willUpdate(changed) {
    if (!changed.has('organisation')) return;
    this.year = Number(today().slice(0, 4));
    this.work(() => this.#load());
  }

  async #load() {
    [this.costs, this.prices] = await Promise.all([cardCosts(this.organisation, this.year), cardPrices(this.organisation)]);
  }

  #turn(by) {
    this.year += by;
    this.work(() => this.#load());
  }

  #setPrice(event) {
    event.preventDefault();
    const values = new FormData(event.target);
    const kopecks = Math.round(Number(String(values.get('price')).replace(',', '.')) * 100);
    if (!kopecks || !values.get('from')) return;
    this.work(async () => {
      this.prices = await setCardPrice(this.organisation, values.get('from'), kopecks);
      toast(`Цена с ${day(String(values.get('from')))}: ${roubles(kopecks)}`);
    });
  }

  render() {
    if (!this.costs) return html`<h1>Расходы на билеты</h1>${this.failure ? errorSummary(this.failure) : loading()}`;
    const { territories, priceKopecks, year } = this.costs;
    const sum = (of) => territories.reduce((all, one) => all + of(one), 0);
    return html`<div class="head"><div><h1>Расходы на билеты, ${year} год</h1><p>${acting().name}</p></div>
        <div class="row">${button('‹', this.busy, { style: 'quiet', onClick: () => this.#turn(-1) })}${button('›', this.busy, { style: 'quiet', onClick: () => this.#turn(1) })}</div></div>
      ${errorSummary(this.failure)}
      <section class="panel"><p class="big-sum">Заказано на ${roubles(sum((one) => one.orderedKopecks))}</p>
        <p class="soft">Ещё понадобится ${roubles(sum((one) => one.stillKopecks))}: столько стоят билеты тех, кто состоит на учёте и билета не имеет, по ${roubles(priceKopecks)}.</p></section>
      ${territories.length ? table({
        caption: 'Расходы по территориям',
        columns: [
          { name: 'Платит', of: (one) => one.name },
          { name: 'На учёте', of: (one) => grouped(one.members), number: true },
          { name: 'Заказано', of: (one) => grouped(one.ordered), number: true },
          { name: 'На сумму', of: (one) => roubles(one.orderedKopecks), number: true },
          { name: 'Без билета', of: (one) => grouped(one.withoutCard), number: true },
          { name: 'Понадобится', of: (one) => roubles(one.stillKopecks), number: true },
        ],
        rows: territories,
      }) : html`<p class="panel empty">Первичных организаций пока нет.</p>`}
      <h2>Цены</h2>
      <ul class="list">${this.prices.map((price) => html`<li><div class="line"><span class="grow">с ${day(price.validFrom)}</span><b>${roubles(price.kopecks)}</b></div></li>`)}</ul>
      ${acting().level === 'CENTRAL' ? this.#newPrice() : nothing}`;
  }

  #newPrice() {
    return html`<details class="panel"><summary>Назначить новую цену</summary><form novalidate @submit=${(event) => this.#setPrice(event)}>
      ${field({ label: 'С какого дня', name: 'from', type: 'date', hint: 'Не раньше завтрашнего. Прежние заявки свою цену сохранят.' })}
      ${field({ label: 'Цена билета, руб.', name: 'price', mode: 'decimal' })}
      ${button('Назначить цену', this.busy)}</form></details>`;
  }
}

customElements.define('office-costs', OfficeCosts);
