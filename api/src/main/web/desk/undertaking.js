import { html } from 'lit';
import { Screen, button, errorSummary } from '../shared/elements.js';
import { acceptUndertaking, who } from './session.js';

/** The undertaking of non-disclosure: read and accepted once, before the first record is seen. */
export class DeskUndertaking extends Screen {
  #accept() {
    this.work(async () => {
      await acceptUndertaking(who().undertaking.version);
      this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
    });
  }

  render() {
    const paragraphs = who().undertaking.body.split('\n\n');
    return html`<p class="brand"><img src="/icons/icon.svg" alt="" width="30" height="30" />Профбилет</p>
      <h1>Обязательство о неразглашении</h1>
      ${errorSummary(this.failure)}
      <div class="panel">${paragraphs.map((text) => html`<p class="lines">${text}</p>`)}</div>
      ${button('Прочитано, обязуюсь соблюдать', this.busy, { style: 'wide', onClick: () => this.#accept() })}
      <p class="help">Без обязательства доступа к данным нет.</p>`;
  }
}

customElements.define('desk-undertaking', DeskUndertaking);
