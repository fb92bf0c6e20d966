/** «Иванова Мария Петровна» → «Иванова М. П.»: enough for a neighbour in the queue. @param {string} name */
export function shortName(name) {
  const [last, ...rest] = name.split(' ');
  return [last, ...rest.map((part) => `${part[0]}.`)].join(' ');
}
