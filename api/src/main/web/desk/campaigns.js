import { html, nothing } from 'lit';
import { Screen, errorSummary, loading } from '../shared/elements.js';
import { when } from '../shared/dates.js';
import { plural } from '../shared/plural.js';
import { STATES } from './campaign-words.js';
import { listCampaigns, listToApprove } from './campaigns-api.js';
import './campaign.js';
import './campaign-form.js';
import './campaign-approval.js';

/** Messages to many: those that wait for this organisation's word, and its own. */
export class DeskCampaigns extends Screen {
  static properties = { organisation: {}, own: { state: true }, waiting: { state: true } };

  willUpdate(changed) {
    if (!changed.has('organisation')) return;
    this.work(async () => {
      [this.own, this.waiting] = await Promise.all([listCampaigns(this.organisation), listToApprove(this.organisation)]);
    });
  }

  render() {
    return html`<div class="head"><h1>Рассылки</h1><a class="button" href="#campaigns/new">Новая рассылка</a></div>
      ${errorSummary(this.failure)}
      ${!this.own ? (this.failure ? nothing : loading()) : html`
        ${this.waiting.length ? html`<h2>Ждут утверждения</h2><ul class="list">${this.waiting.map((one) => line(one, `approve-campaign/${one.id}`, one.organisation))}</ul><h2>Свои</h2>` : nothing}
        ${this.own.length
          ? html`<ul class="list">${this.own.map((one) => line(one, `campaigns/${one.id}`, ''))}</ul>`
          : html`<p class="panel empty">Рассылок пока нет. Сообщение увидят в электронном билете все, кому вы напишете, а на телефон и почту оно придёт тем, кто согласился.</p>`}`}`;
  }
}

function line(one, href, from) {
  const [words, style] = STATES[one.state] ?? [one.state, ''];
  const note = [one.category === 'AD' ? 'Реклама' : '', from, when(one.createdAt), one.recipients === null || one.recipients === undefined ? '' : plural(one.recipients, 'person')].filter(Boolean).join(' · ');
  return html`<li><a href="#${href}"><span class="grow"><b>${one.subject}</b><span>${note}</span></span><span class="mark ${style}">${words}</span></a></li>`;
}

customElements.define('desk-campaigns', DeskCampaigns);
