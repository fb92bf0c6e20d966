import { html, nothing } from 'lit';
import { Screen, confirm, loading } from '../shared/elements.js';
import { keepOffline } from '../shared/offline.js';
import { forgetUnsaved, guardForms, isUnsaved } from '../shared/unsaved.js';
import { acting, actFor, isPrimary, resume, signOut, who } from './session.js';
import { ROUTES, menu } from './routes.js';
import './second-step.js';
import './sign-in.js';
import './undertaking.js';

/** The desk: signs in, then shows the screen that the address names. */
class DeskPage extends Screen {
  static properties = { state: { state: true }, path: { state: true } };

  constructor() {
    super();
    this.state = 'opening';
    this.path = location.hash.slice(1);
  }

  connectedCallback() {
    super.connectedCallback();
    guardForms(this);
    addEventListener('hashchange', () => this.#go());
    addEventListener('screen-arrived', () => this.requestUpdate());
    addEventListener('signed-out', () => (this.state = 'sign-in'));
    this.addEventListener('signed-in', () => this.#enter());
    this.work(async () => {
      const summary = await resume();
      summary ? this.#enter() : (this.state = 'sign-in');
    });
  }

  #enter() {
    this.state = nextStep(who());
  }

  updated() {
    this.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  async #go() {
    const next = location.hash.slice(1);
    if (next === this.path) return;
    if (isUnsaved()) {
      history.replaceState(null, '', `#${this.path}`);
      if (document.querySelector('dialog[open]') || !(await mayLeave())) return;
      history.replaceState(null, '', `#${next}`);
    }
    this.path = next;
    scrollTo(0, 0);
    this.updateComplete.then(() => this.querySelector('main')?.focus({ preventScroll: true }));
  }

  async #leave() {
    await signOut();
    location.hash = '';
    this.state = 'sign-in';
  }

  render() {
    if (this.failure) return html`<main class="sign-in"><div class="notice bad" role="alert"><p>${this.failure.message}</p></div><button @click=${() => location.reload()}>Повторить</button></main>`;
    if (this.state === 'opening') return html`<main class="sign-in">${loading('Открываем…')}</main>`;
    if (this.state === 'second-step') return html`<main class="sign-in"><desk-second-step></desk-second-step></main>`;
    if (this.state === 'undertaking') return html`<main class="sign-in"><desk-undertaking></desk-undertaking></main>`;
    if (this.state !== 'inside') return html`<main class="sign-in"><desk-sign-in ?change=${this.state === 'new-password'}></desk-sign-in></main>`;
    return html`${this.#top()}<main class="desk" tabindex="-1">${this.#screen()}</main>`;
  }

  #screen() {
    if (!acting()) return html`<h1>Нет полномочий</h1><p>У этого логина сейчас нет действующих полномочий. Обратитесь в вышестоящую организацию.</p>`;
    const [name, ...rest] = this.path.split('/');
    const first = isPrimary() ? ROUTES[''] : ROUTES.orders;
    const route = name === '' ? first : ROUTES[name] ?? first;
    return route(rest.map(decodeURIComponent));
  }

  #top() {
    const name = this.path.split('/')[0];
    const { appointments } = who();
    return html`<header class="top no-print"><div class="top-inner">
      <a class="brand" href="#"><img src="/icons/icon.svg" alt="" width="30" height="30" />Профбилет</a>
      <nav aria-label="Разделы">
        ${menu(isPrimary()).map((item) => html`<a href="#${item.path}" aria-current=${item.has.includes(name) ? 'page' : nothing}>${item.name}</a>`)}
      </nav>
      ${appointments.length > 1
        ? html`<select aria-label="Организация" @change=${(event) => this.#choose(event.target)}>
            ${appointments.map((one) => html`<option value=${one.organisationId} ?selected=${one.organisationId === acting()?.organisationId}>${one.name}</option>`)}
          </select>`
        : nothing}
      <button class="plain" type="button" @click=${this.#leave}>Выйти</button>
    </div></header>`;
  }

  async #choose(list) {
    if (isUnsaved() && !(await mayLeave())) {
      list.value = acting().organisationId;
      return;
    }
    actFor(list.value);
    location.hash = '';
    this.requestUpdate();
  }
}

/** What stands before the desk: one step at a time. */
function nextStep({ secondFactor, passwordChangeRequired, undertaking }) {
  if (secondFactor === 'CODE') return 'second-step';
  if (passwordChangeRequired) return 'new-password';
  if (secondFactor === 'SETUP') return 'second-step';
  return undertaking ? 'undertaking' : 'inside';
}

/** Asks once: whoever says «Уйти» is not asked again. */
async function mayLeave() {
  const leaving = await confirm({ title: 'Уйти без сохранения?', text: 'То, что вы ввели, ещё не отправлено.', yes: 'Уйти', no: 'Остаться' });
  if (leaving) forgetUnsaved();
  return leaving;
}

customElements.define('desk-page', DeskPage);
keepOffline('desk');
