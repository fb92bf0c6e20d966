// Numbers people read aloud, type and paste.

/** «0000123457» → «0000 1234 57», as it is printed. @param {string} number */
export function inFours(number) {
  return (number.match(/.{1,4}/g) ?? []).join(' ');
}

/** Everything but digits goes, so that a pasted number with spaces is understood. @param {string} text */
export function digits(text) {
  return text.replace(/\D/g, '');
}

/**
 * The last digit of a ticket number is a Luhn digit: one mistyped digit is noticed before it is sent.
 * @param {string} number
 */
export function isTicketNumber(number) {
  if (!/^\d{10}$/.test(number)) return false;
  let sum = 0;
  for (let place = 0; place < 10; place++) {
    let digit = Number(number[9 - place]);
    if (place % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** «01.09.1980» or «1980-09-01» → ISO date, or null when there is no such day. @param {string} text */
export function isoDate(text) {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const russian = /^(\d{1,2})[.\/ -](\d{1,2})[.\/ -](\d{4})$/.exec(text.trim());
  const parts = iso ? [iso[1], iso[2], iso[3]] : russian ? [russian[3], russian[2], russian[1]] : null;
  if (!parts) return null;
  const [year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year > 1900 ? date.toISOString().slice(0, 10) : null;
}

/** «+79131234567» → «+7 913 123-45-67». @param {string} e164 */
export function phone(e164) {
  const parts = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  return parts ? `+7 ${parts[1]} ${parts[2]}-${parts[3]}-${parts[4]}` : e164;
}
