import { html, nothing } from 'lit';
import { Screen, errorSummary, loading } from '../shared/elements.js';
import { plural } from '../shared/plural.js';
import { listStranded } from './register.js';

/** Members whose primary is closed: how many, and where; names stay with the primaries. */
export class OfficeStranded extends Screen {
  static properties = { organisation: {}, primaries: { state: true } };

  willUpdate(changed) {
    if (!changed.has('organisation')) return;
    this.work(async () => {
      this.primaries = await listStranded(this.organisation);
    });
  }

  render() {
    const { primaries } = this;
    return html`<h1>Ждут перевода</h1>
      <p>Первички закрыты, а люди ещё на учёте. Новая первичка просит их по фамилии, и они переходят сразу.</p>
      ${errorSummary(this.failure)}
      ${primaries
        ? primaries.length
          ? html`<ul class="list">${primaries.map((one) => html`<li><div class="line"><span class="grow"><b>${one.name}</b><span>ИНПО ${one.inpo}</span></span><span class="mark warn">${plural(one.people, 'person')}</span></div></li>`)}</ul>`
          : html`<p class="panel empty">Никто не ждёт.</p>`
        : this.failure ? nothing : loading()}`;
  }
}

customElements.define('office-stranded', OfficeStranded);
