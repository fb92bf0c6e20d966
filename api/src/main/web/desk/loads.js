import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { grouped, plural } from '../shared/plural.js';
import { listLoads, undoList } from './register.js';

const PAUSE = 1_000;

/** What was loaded lately: how far it is, how it ended, and the way back within 72 hours. */
export class DeskLoads extends Screen {
  static properties = { primary: {}, loads: { state: true } };

  willUpdate(changed) {
    if (changed.has('primary')) this.work(() => this.#look());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** A load goes on when its page is closed; whoever comes back sees how far it is. */
  async #look() {
    this.loads = (await listLoads(this.primary)).lists;
    clearTimeout(this.timer);
    if (this.loads.some((one) => one.progress != null)) this.timer = setTimeout(() => this.#look().catch((failure) => (this.failure = failure)), PAUSE);
  }

  async #undo(load) {
    const sure = await confirm({
      title: 'Отменить загрузку?',
      text: 'Добавленные этим списком люди исчезнут из реестра, изменённые карточки станут прежними. Кого вы успели изменить сами, останется.',
      yes: 'Отменить загрузку',
      danger: true,
    });
    if (!sure) return;
    this.work(async () => {
      await undoList(this.primary, load.id);
      await this.#look();
    });
  }

  render() {
    const shown = (this.loads ?? []).filter((one) => one.result || one.progress != null);
    if (!shown.length) return errorSummary(this.failure);
    return html`<h2>Недавние загрузки</h2>${errorSummary(this.failure)}
      ${shown.map((load) => html`<div class="panel load"><p><b>${when(load.appliedAt ?? load.createdAt)}</b>: ${plural(load.rows, 'row')}</p>${this.#state(load)}</div>`)}`;
  }

  #state(load) {
    if (load.progress != null) return progress(load.progress);
    if (load.undone) return undone(load.undone);
    const { added, changed, heldBack } = load.result;
    return html`<p>Добавлено ${grouped(added)}, изменено ${grouped(changed)}${heldBack ? html`, не загружено ${grouped(heldBack)}` : nothing}.</p>
      ${load.undoUntil ? html`<p>${button('Отменить загрузку', this.busy, { style: 'quiet', onClick: () => this.#undo(load) })}</p><p class="soft">Можно до: ${when(load.undoUntil)}.</p>` : nothing}`;
  }
}

/** @param {number} percent */
export function progress(percent) {
  return html`<p><progress max="100" value=${percent} aria-label="Загружаем список">${percent} %</progress></p>
    <p class="soft">Загружаем: ${percent} %. Страницу можно закрыть, загрузка продолжится.</p>`;
}

/** What taking back did, and who stays and why. @param {{removed: number, restored: number, kept: {personId: string, text: string}[]}} result */
export function undone({ removed, restored, kept }) {
  return html`<p>Загрузка отменена: удалено ${grouped(removed)}, возвращено к прежнему ${grouped(restored)}.</p>
    ${kept.length
      ? html`<details><summary>Оставлено: ${plural(kept.length, 'person')}</summary><ul>${kept.map((one) => html`<li><a href="#person/${one.personId}">Карточка</a>: ${one.text}</li>`)}</ul></details>`
      : nothing}`;
}

customElements.define('desk-loads', DeskLoads);
