import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { button, field } from '../shared/elements.js';
import { plural } from '../shared/plural.js';

/**
 * Cards are counted before they go on; each that is missing is named by the number printed on it. Every hop has a form of
 * its own: what was typed for one is not there for the next.
 * @param {{hop: string, expected?: number, handedOut?: number, label: string, busy: boolean | undefined, reference?: string, send: (count: {counted: number | null, missing: string[], reference: string | null}) => void}} form
 */
export function countForm({ hop, expected, handedOut = 0, label, busy, reference, send }) {
  const submit = (event) => {
    event.preventDefault();
    const values = new FormData(event.target);
    const missing = String(values.get('missing') ?? '').match(/\d{10}\D?\d{5}/g) ?? [];
    send({
      counted: values.get('counted') ? Number(values.get('counted')) : null,
      missing: missing.map((copy) => `${copy.slice(0, 10)}-${copy.slice(-5)}`),
      reference: String(values.get('reference') ?? '').trim() || null,
    });
  };
  return keyed(hop, html`<form novalidate @submit=${submit}>
    ${field({ label: 'Сколько карт пересчитано', name: 'counted', mode: 'numeric', value: expected === undefined ? '' : String(expected), hint: expected === undefined ? 'Если всё на месте, можно не заполнять' : `Должно быть ${expected}${handedOut ? `, ещё ${plural(handedOut, 'ticket')} уже выдано на месте` : ''}`, required: expected !== undefined })}
    <details><summary>Каких карт нет</summary><div class="field"><label for="missing">Номера недостающих карт</label>
      <small id="missing-hint">Как на карте, каждый с новой строки: 0000000018-00001</small>
      <textarea id="missing" name="missing" rows="4" aria-describedby="missing-hint"></textarea></div></details>
    ${reference ? field({ label: reference, name: 'reference', required: false }) : nothing}
    ${button(label, busy, { style: 'wide' })}</form>`);
}
