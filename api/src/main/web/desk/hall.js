import { html, nothing } from 'lit';
import { Screen, button, errorSummary, loading } from '../shared/elements.js';
import { time } from '../shared/dates.js';
import { grouped } from '../shared/plural.js';
import { VERDICTS, doubts, shareWords } from './quorum-words.js';
import { showSittings } from './sittings-api.js';

const EVERY = 5_000;

const LOOK = new CSSStyleSheet();
LOOK.replaceSync(`
  .hall { background: var(--paper); color: var(--ink); padding: 2vmin; overflow: auto; }
  .hall h1 { font-size: clamp(1.2rem, 4vmin, 3rem); margin: 0 0 1vmin; }
  .hall h2 { font-size: clamp(1.1rem, 3.4vmin, 2.6rem); margin: 0; }
  .hall .panel { font-size: clamp(1rem, 2.4vmin, 2rem); }
  .hall .sum { font-size: clamp(3rem, 17vmin, 13rem); font-weight: 750; line-height: 1; font-variant-numeric: tabular-nums; margin: 0; }
  .hall .verdict { font-size: clamp(1.4rem, 6vmin, 4.5rem); font-weight: 700; margin: 1vmin 0; }
  .hall .verdict.good { color: var(--good); } .hall .verdict.bad { color: var(--bad); } .hall .verdict.warn { color: var(--warn); }
  .hall progress { width: 100%; height: 2.4vmin; accent-color: var(--accent); }
  .hall .delegations { columns: 18em; list-style: none; margin: 1vmin 0 0; padding: 0; }
  .hall .delegations li { display: flex; justify-content: space-between; gap: 1em; break-inside: avoid; border-bottom: 1px solid var(--line); }
  .hall:fullscreen .only-on-page { display: none; }
`);

/** The large screen of the hall: whether the bodies that sit may decide. It asks again by itself. */
export class DeskHall extends Screen {
  static properties = { meetingId: {}, hall: { state: true }, isStale: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, LOOK];
    this.timer = setInterval(() => this.#refresh(), EVERY);
    this.#keepAwake();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== LOOK);
    clearInterval(this.timer);
    this.lock?.release();
  }

  willUpdate(changed) {
    if (changed.has('meetingId')) this.work(async () => (this.hall = await showSittings(this.meetingId)));
  }

  /** The last figures stay on the wall when the network is gone; the hour tells their age. */
  async #refresh() {
    if (!this.hall || document.hidden) return;
    try {
      this.hall = await showSittings(this.meetingId);
      this.isStale = false;
    } catch {
      this.isStale = true;
    }
  }

  async #keepAwake() {
    try {
      this.lock = await navigator.wakeLock?.request('screen');
    } catch {
      // a computer that forbids it goes to sleep as it is set
    }
  }

  render() {
    const { hall } = this;
    if (!hall) return html`${errorSummary(this.failure)}${this.failure ? nothing : loading()}`;
    return html`<section class="hall">
      <h1>${hall.title}</h1>
      ${hall.items.length ? hall.items.map((sitting) => this.#sitting(sitting)) : html`<p class="panel empty">Здесь ещё никто не заседает.</p>`}
      <p class=${this.isStale ? 'notice warn' : 'soft'} role="status">${this.isStale ? 'Нет связи. Показано то, что было в' : 'Посчитано в'} ${time(hall.at, hall.zone)}</p>
      <div class="row only-on-page">${button('На весь экран', false, { onClick: () => this.querySelector('.hall').requestFullscreen() })}<a class="button quiet" href="#sittings/${this.meetingId}">Снимки и протокол</a></div>
    </section>`;
  }

  #sitting(sitting) {
    const { figures } = sitting;
    const verdict = VERDICTS[figures.verdict];
    return html`<div class="panel" data-verdict=${figures.verdict}>
      <h2>${sitting.body}</h2>
      <p class="sum">${grouped(figures.confirmed)} <span class="soft">из ${grouped(figures.base)}</span></p>
      <p class="verdict ${verdict.style}">${verdict.sign} ${verdict.word}</p>
      <progress aria-label="Присутствуют" max=${Math.max(figures.base, 1)} value=${figures.confirmed}></progress>
      <p>Нужно ${grouped(figures.needed)} (${shareWords(sitting.share)})${figures.possible > figures.confirmed ? html`, возможно присутствуют ${grouped(figures.possible)}` : nothing}${figures.advisory ? html`, с совещательным голосом ${grouped(figures.advisory)}` : nothing}</p>
      ${figures.organisationsNeeded ? html`<p>Представлены организации: ${figures.organisations} из ${figures.organisationsBase}, нужно ${figures.organisationsNeeded}</p>` : nothing}
      ${doubts(sitting).map((doubt) => html`<p class="notice warn">${doubt}</p>`)}
      ${sitting.delegations.length ? html`<ul class="delegations">${sitting.delegations.map((one) => html`<li><span>${one.organisation}</span><b>${one.present} из ${one.base}</b></li>`)}</ul>` : nothing}
    </div>`;
  }
}

customElements.define('desk-hall', DeskHall);
