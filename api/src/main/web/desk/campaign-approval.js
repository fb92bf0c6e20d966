import { html, nothing } from 'lit';
import { Screen, button, confirm, errorSummary, loading, toast } from '../shared/elements.js';
import { plural } from '../shared/plural.js';
import { message } from './campaign-parts.js';
import { STATES } from './campaign-words.js';
import { approveCampaign, returnCampaign, showToApprove } from './campaigns-api.js';

/** The word of a second person: read, approved, or given back with a reason. */
export class DeskCampaignApproval extends Screen {
  static properties = { organisation: {}, campaignId: {}, view: { state: true } };

  willUpdate(changed) {
    if (!changed.has('campaignId')) return;
    this.view = null;
    this.work(async () => {
      this.view = await showToApprove(this.organisation, this.campaignId);
    });
  }

  async #approve() {
    const sure = await confirm({ title: `Утвердить рассылку: ${plural(this.view.recipients, 'person')}?`, text: 'Она начнёт уходить сразу.', yes: 'Утвердить' });
    if (!sure) return;
    await this.work(async () => {
      this.view = await approveCampaign(this.organisation, this.campaignId);
      toast('Рассылка отправляется');
    });
  }

  #return(event) {
    event.preventDefault();
    const reason = String(new FormData(event.target).get('reason')).trim();
    if (!reason) return;
    this.work(async () => {
      await returnCampaign(this.organisation, this.campaignId, reason);
      toast('Рассылка вернулась автору');
      location.hash = 'campaigns';
    });
  }

  render() {
    const { view } = this;
    return html`<a class="button plain back" href="#campaigns">‹ Рассылки</a>
      ${errorSummary(this.failure)}
      ${!view ? (this.failure ? nothing : loading()) : html`
        <div class="head"><div><h1>${view.campaign.words.subject}</h1><p>${view.organisation} · ${plural(view.recipients ?? 0, 'person')}</p></div><span class="mark ${STATES[view.state][1]}">${STATES[view.state][0]}</span></div>
        ${message(view)} ${view.state === 'WAITING' ? this.#decide() : nothing}`}`;
  }

  #decide() {
    if (this.view.isMine) return html`<p class="notice">Рассылку составили или отправили вы: утвердить её должен другой человек.</p>`;
    return html`<div class="row">${button('Утвердить…', this.busy, { onClick: () => this.#approve() })}</div><br />
      <details class="panel narrow"><summary>Вернуть автору</summary>
        <form novalidate @submit=${this.#return}><div class="field"><label for="reason">Что исправить</label><textarea id="reason" name="reason" rows="3" maxlength="500" required></textarea></div>
          ${button('Вернуть', this.busy, { style: 'quiet' })}</form></details>`;
  }
}

customElements.define('desk-campaign-approval', DeskCampaignApproval);
