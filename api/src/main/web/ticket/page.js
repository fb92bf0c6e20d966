import { html } from 'lit';
import { Screen, loading } from '../shared/elements.js';
import { keepOffline } from '../shared/offline.js';
import { freshCard, keptCard, MustActivate } from './member.js';
import { whereIsMyCard } from './card.js';

/** «Мой билет»: first visit, then the card, which opens from the phone before it asks the server. */
class TicketPage extends Screen {
  static properties = { state: { state: true }, place: { state: true } };

  constructor() {
    super();
    this.state = 'opening';
    this.place = '';
    this.offer = null;
    this.shown = null;
    this.installer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#readAddress();
    addEventListener('hashchange', () => this.#readAddress());
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.installer = event;
      this.requestUpdate();
    });
    addEventListener('online', () => this.#refresh());
    addEventListener('offline', () => this.#notice(false));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#refresh());
    this.addEventListener('activated', () => this.#open());
    this.addEventListener('forgotten', () => (this.state = 'activation'));
    this.#open();
  }

  /** `/A#<offer>` comes from the slip; the offer leaves the address bar at once, so that it stays in no history. */
  #readAddress() {
    const hash = location.hash.slice(1);
    const own = ['', 'card', 'consents', 'messages', 'record', 'views'];
    this.shown = /^\d{100,}$/.test(hash) ? hash : null;
    if (this.shown) {
      import('./checked.js');
      history.replaceState(null, '', '/ticket');
      this.requestUpdate();
      return;
    }
    if (!own.includes(hash)) {
      this.offer = hash;
      history.replaceState(null, '', '/ticket');
      this.place = '';
      this.requestUpdate();
      return;
    }
    this.place = hash;
    this.requestUpdate();
    if (hash === 'consents') import('./consents.js');
    if (hash === 'record') import('./record.js');
    if (hash === 'views') import('./views.js');
    if (hash === 'messages') import('./messages.js');
    scrollTo(0, 0);
  }

  async #open() {
    const kept = await keptCard();
    if (!kept) {
      this.state = 'activation';
      return;
    }
    this.kept = kept;
    this.online = navigator.onLine;
    this.state = 'card';
    await this.#refresh();
    import('./push.js').then(({ sayAgain }) => sayAgain()).catch(() => {});
  }

  async #refresh() {
    if (this.state !== 'card') return;
    try {
      this.kept = await freshCard();
      this.#notice(true);
    } catch (failure) {
      if (failure instanceof MustActivate) this.state = 'activation';
      this.#notice(false);
    }
  }

  #notice(online) {
    this.online = online;
    this.requestUpdate();
  }

  render() {
    return html`<main>${this.#screen()}</main>`;
  }

  #screen() {
    if (this.shown) return html`<ticket-checked .digits=${this.shown}></ticket-checked>`;
    if (this.state === 'opening') return loading('Открываем билет…');
    if (this.state === 'activation') {
      // Needed once in the life of a phone.
      import('./activation.js');
      return html`<ticket-activation .offer=${this.offer}></ticket-activation>`;
    }
    if (this.place === 'card' && this.kept.card.plastic) return whereIsMyCard(this.kept.card);
    if (this.place === 'consents') return html`<ticket-consents></ticket-consents>`;
    if (this.place === 'record') return html`<ticket-record></ticket-record>`;
    if (this.place === 'views') return html`<ticket-views></ticket-views>`;
    if (this.place === 'messages') return html`<ticket-messages></ticket-messages>`;
    return html`<ticket-card .card=${this.kept.card} .checkedAt=${this.kept.checkedAt} ?online=${this.online} .installer=${this.installer}></ticket-card>`;
  }
}

customElements.define('ticket-page', TicketPage);
keepOffline('ticket');
