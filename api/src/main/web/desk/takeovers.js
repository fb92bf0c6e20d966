import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, toast } from '../shared/elements.js';
import { newId } from '../shared/api.js';
import { plural } from '../shared/plural.js';
import { listTakeovers, takeOver } from './register.js';

/** Closed primaries whose people this one takes over, all in one step. Nothing is shown where there are none. */
export class DeskTakeovers extends Screen {
  static properties = { primary: {}, closed: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#load());
  }

  async #load() {
    this.closed = (await listTakeovers(this.primary)).map((one) => ({ ...one, key: newId() }));
  }

  async #take(one) {
    const sure = await confirm({
      title: 'Принять всех?',
      text: `${plural(one.people, 'person')} из «${one.name}» с сегодняшнего дня на учёте у вас. Билеты, согласия и история переходят вместе с людьми.`,
      yes: 'Принять всех',
    });
    if (!sure) return;
    this.work(async () => {
      const { people } = await takeOver(this.primary, one.fromId, one.key);
      toast(`На учёте у вас: ещё ${plural(people, 'person')}`);
      await this.#load();
    });
  }

  render() {
    return html`${errorSummary(this.failure)}${this.closed?.filter((one) => one.people).map(
      (one) => html`<section class="panel narrow"><h2>Первичка закрыта, люди ждут вас</h2>
        <p><b>${one.name}</b>: ${plural(one.people, 'person')}</p>
        <p class="soft">Фамилии увидите, когда примете.</p>
        ${button('Принять всех', this.busy, { onClick: () => this.#take(one) })}</section>`,
    ) ?? nothing}`;
  }
}

customElements.define('desk-takeovers', DeskTakeovers);
