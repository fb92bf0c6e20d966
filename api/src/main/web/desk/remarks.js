/** Remarks by column: forty rows with bad dates are one line, errors first. */
export function grouping(rows) {
  const groups = new Map();
  for (const row of Object.values(rows).flat()) {
    for (const remark of row.remarks) {
      const name = `${remark.error} ${remark.column}`;
      if (!groups.has(name)) groups.set(name, { error: remark.error, column: remark.column, texts: [] });
      groups.get(name).texts.push(remark.text);
    }
  }
  return [...groups.values()].sort((a, b) => Number(b.error) - Number(a.error) || b.texts.length - a.texts.length);
}
