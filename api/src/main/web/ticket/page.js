import { html } from 'lit';
import { Screen, loading } from '../shared/elements.js';
import { HolderLeft } from '../shared/api.js';
import { keepOffline } from '../shared/offline.js';
import { closeLocked, freshCard, keptCard, MustActivate, wasRevoked } from './member.js';
import { countLocked, isLockable } from './vault.js';
import { whereIsMyCard } from './card.js';

const AWAY = 60_000;
const SCREENS = {
  consents: () => import('./consents.js'),
  messages: () => import('./messages.js'),
  inbox: () => import('./inbox.js'),
  wallets: () => import('./wallets.js'),
  phones: () => import('./phones.js'),
  record: () => import('./record.js'),
  views: () => import('./views.js'),
};

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
    document.addEventListener('visibilitychange', () => this.#comeAndGo());
    this.addEventListener('activated', () => {
      this.offer = null; // a slip opens one ticket; the next one comes with its own
      this.#open();
    });
    this.addEventListener('forgotten', () => this.#open());
    this.addEventListener('closed', () => this.#close());
    this.addEventListener('another', () => this.#another());
    this.#open();
  }

  /** `/A#<offer>` comes from the slip; the offer leaves the address bar at once, so that it stays in no history. */
  #readAddress() {
    const hash = location.hash.slice(1);
    const own = ['', 'card', ...Object.keys(SCREENS)];
    this.shown = /^\d{100,}$/.test(hash) ? `V#${hash}` : location.search === '?w' && hash ? `W#${hash}` : null;
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
    SCREENS[hash]?.();
    scrollTo(0, 0);
  }

  /** A ticket behind a code closes when nobody looks at it for a minute. */
  #comeAndGo() {
    if (document.visibilityState === 'hidden') this.leftAt = Date.now();
    else if (isLockable() && Date.now() - this.leftAt > AWAY) this.#close();
    else this.#refresh();
  }

  #close() {
    closeLocked();
    location.hash = '';
    this.#open();
  }

  /** Somebody else's ticket beside the one that is here. */
  async #another() {
    const choosing = this.state === 'profiles' || !(await countLocked());
    this.beside = true;
    this.state = choosing ? 'activation' : 'profiles';
  }

  async #open() {
    const kept = await keptCard();
    if (!kept) {
      this.revoked = await wasRevoked();
      this.beside = false;
      this.state = (await countLocked()) ? 'profiles' : 'activation';
      return;
    }
    this.kept = kept;
    this.online = navigator.onLine;
    this.state = 'card';
    await this.#refresh();
    if (!isLockable()) import('./push.js').then(({ sayAgain }) => sayAgain()).catch(() => {});
  }

  async #refresh() {
    if (this.state !== 'card') return;
    try {
      this.kept = await freshCard();
      this.#notice(true);
    } catch (failure) {
      if (!(failure instanceof HolderLeft || failure instanceof MustActivate)) this.#notice(false);
      // Closed by her meanwhile, or ended from elsewhere: what is here now is shown.
      else if (this.state === 'card') await this.#open();
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
    if (this.shown) return html`<ticket-checked .code=${this.shown}></ticket-checked>`;
    if (this.state === 'opening') return loading('Открываем билет…');
    if (this.state === 'activation') {
      // Needed once in the life of a phone.
      import('./activation.js');
      return html`<ticket-activation .offer=${this.offer} ?revoked=${this.revoked} ?beside=${this.beside}></ticket-activation>`;
    }
    if (this.state === 'profiles') {
      import('./profiles.js');
      return html`<ticket-profiles ?beside=${this.beside}></ticket-profiles>`;
    }
    if (this.place === 'card' && this.kept.card.plastic) return whereIsMyCard(this.kept.card);
    if (this.place === 'consents') return html`<ticket-consents></ticket-consents>`;
    if (this.place === 'record') return html`<ticket-record></ticket-record>`;
    if (this.place === 'views') return html`<ticket-views></ticket-views>`;
    if (this.place === 'wallets') return html`<ticket-wallets></ticket-wallets>`;
    if (this.place === 'phones') return html`<ticket-phones></ticket-phones>`;
    if (this.place === 'inbox') return html`<ticket-inbox></ticket-inbox>`;
    if (this.place === 'messages') return html`<ticket-messages></ticket-messages>`;
    return html`<ticket-card .card=${this.kept.card} .checkedAt=${this.kept.checkedAt} ?online=${this.online} .installer=${this.installer}></ticket-card>`;
  }
}

customElements.define('ticket-page', TicketPage);
keepOffline('ticket');
