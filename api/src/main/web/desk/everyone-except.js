import { html, nothing } from 'lit';

/**
 * «Отметить всех, кроме…»: after a meeting the list is nearly complete, so the few are ticked off, not the many ticked on.
 * @param {{people: {id: string, name: string, note?: string}[], left: Set<string>, what: string, change: () => void}} choice `left` holds those who are not ticked
 */
export function everyoneExcept({ people, left, what, change }) {
  const all = left.size === 0;
  const toggleAll = (event) => {
    left.clear();
    if (!event.target.checked) people.forEach((one) => left.add(one.id));
    change();
  };
  const toggle = (id, ticked) => {
    ticked ? left.delete(id) : left.add(id);
    change();
  };
  return html`<fieldset><legend class="visually-hidden">${what}</legend>
    <ul class="ticks">
      <li><label class="tick"><input type="checkbox" .checked=${all} .indeterminate=${!all && left.size < people.length} @change=${toggleAll} /><b>Отметить всех, кроме:</b></label></li>
      ${people.map((one) => html`<li><label class="tick"><input type="checkbox" .checked=${!left.has(one.id)} @change=${(event) => toggle(one.id, event.target.checked)} />
        <span class="grow">${one.name}${one.note ? html`<small class="number">${one.note}</small>` : nothing}</span></label></li>`)}
    </ul></fieldset>`;
}
