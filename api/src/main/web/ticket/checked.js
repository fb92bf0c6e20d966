// A member's code that somebody reads with a plain camera opens here: the page checks it itself, the server learns nothing.
import { html, nothing } from 'lit';
import { readKeys } from '../../../../../mobile-contract/src/main/resources/verifier/bundle.js';
import { read } from '../../../../../mobile-contract/src/main/resources/verifier/pack.js';
import { readStatusList } from '../../../../../mobile-contract/src/main/resources/verifier/statuslist.js';
import { verify } from '../../../../../mobile-contract/src/main/resources/verifier/verify.js';
import { Api, NoConnection } from '../shared/api.js';
import { rightNow } from '../shared/clock.js';
import { Screen, errorSummary, loading } from '../shared/elements.js';

const api = new Api();
const WORDS = {
  CREDENTIAL_EXPIRED: 'Код старый. Попросите показать его на экране телефона ещё раз.',
  CARD_REVOKED: 'Этот билет отменён.',
  CARD_BLOCKED: 'Этот билет приостановлен.',
};

/** @param {string} digits behind the # of the code */
async function check(digits) {
  const text = `${location.origin.toUpperCase()}/V#${digits}`;
  const { credential } = await read(text);
  const [keys, list] = await Promise.all([
    api.get('/.well-known/jwks.json', { open: true }).then(readKeys),
    api.get(`/sl/${credential.claims.list}`, { open: true, as: 'text' }),
  ]);
  const states = await readStatusList(list, (kid) => keys.get(kid));
  const trust = { iat: states.iat, exp: states.exp, keys, revoked: new Set(), hosts: new Set([location.origin]), lists: new Map([[states.uri, states]]), minProfile: 0 };
  return verify(text, trust, { event: 0 }, rightNow());
}

export class TicketChecked extends Screen {
  static properties = { digits: {}, verdict: { state: true } };

  willUpdate(changed) {
    if (!changed.has('digits')) return;
    this.work(async () => {
      this.verdict = await check(this.digits).catch((failure) => {
        if (failure instanceof NoConnection) throw failure;
        return { ok: false };
      });
    });
  }

  render() {
    return html`<h1>Проверка билета</h1>
      ${errorSummary(this.failure)}
      ${this.verdict ? shown(this.verdict) : this.failure ? nothing : loading('Проверяем…')}
      <p><a class="button quiet wide" href="/ticket">Мой билет</a></p>`;
  }
}

function shown(verdict) {
  if (!verdict.ok) return html`<div class="notice bad"><p><b>✖ Не подтверждён</b></p><p>${WORDS[verdict.reason] ?? 'Это не код действующего билета.'}</p></div>`;
  const initials = [...(verdict.claims.holder?.initials ?? '')].map((letter) => `${letter}.`).join(' ');
  return html`<div class="notice good"><p><b>✔ Член Профсоюза</b></p><p>Инициалы: ${initials} Билет действует, код показан только что.</p></div>`;
}

customElements.define('ticket-checked', TicketChecked);
