import { html, nothing } from 'lit';

/**
 * A table that becomes a card a row where it would not fit. The first column names the row.
 * @template T
 * @param {{caption: string, columns: {name: string, of: (row: T) => any, number?: boolean}[], rows: T[]}} table
 */
export function table({ caption, columns, rows }) {
  const style = (column) => (column.number ? 'number' : nothing);
  const cell = (column, row, place) => {
    const content = column.of(row);
    if (place === 0) return html`<th scope="row">${content}</th>`;
    return html`<td class=${style(column)} data-name=${column.name} ?data-empty=${content === '' || content === null || content === nothing}>${content}</td>`;
  };
  return html`<table class="cards">
    <caption class="visually-hidden">${caption}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col" class=${style(column)}>${column.name}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${columns.map((column, place) => cell(column, row, place))}</tr>`)}</tbody>
  </table>`;
}
