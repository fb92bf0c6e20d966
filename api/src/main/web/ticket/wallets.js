import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading, save } from '../shared/elements.js';
import { appleWallet, googleWallet, listWallets } from './member.js';
import { isApple } from './surroundings.js';

/** The ticket in the wallet of the phone, where the union serves one. */
export class TicketWallets extends Screen {
  static properties = { wallets: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.work(async () => (this.wallets = await listWallets()));
  }

  #apple() {
    this.work(async () => save(await appleWallet(), 'ticket.pkpass'));
  }

  #google() {
    this.work(async () => location.assign(await googleWallet()));
  }

  render() {
    return html`
      <a class="button plain back" href="#phones">‹ Мои телефоны</a>
      <h1>Билет в кошельке</h1>
      ${errorSummary(this.failure)}
      ${this.wallets ? this.#choice() : this.failure ? nothing : loading()}`;
  }

  #choice() {
    // On a phone only its own wallet; on a computer both, for whoever sends it on.
    const mine = this.wallets.filter((wallet) => wallet !== 'APPLE' || isApple() || !/Android/.test(navigator.userAgent)).filter((wallet) => wallet !== 'GOOGLE' || !isApple());
    if (mine.length === 0) return html`<p class="panel">Кошелёк этого телефона профсоюз пока не подключил. Билет работает и без него: добавьте его на экран телефона.</p>`;
    return html`<section class="panel">
      <p>Карточка с кодом для магазинов и музеев. Она сама обновится, если состояние билета изменится.</p>
      ${mine.includes('APPLE') ? button('Добавить в Apple Wallet', this.busy, { style: 'wide', onClick: () => this.#apple() }) : nothing}
      ${mine.includes('GOOGLE') ? button('Добавить в Google Кошелёк', this.busy, { style: 'wide', onClick: () => this.#google() }) : nothing}
      <p class="soft">На собрании показывайте билет с этой страницы: код в кошельке можно скопировать, и вход по нему не откроется.</p>
    </section>`;
  }
}

customElements.define('ticket-wallets', TicketWallets);
