// @ts-check
// The QR of a plastic card: EPB1:<ticket>:<serial>:<26 base32>.

import { isTicketNumber } from './pack.js';

const FORM = /^EPB1:([0-9]{10}):([0-9]{5}):([A-Z2-7]{25}[AEIMQUY4])$/i;

/**
 * @param {string} text
 * @returns {{ticket: string, serial: string, token: string}|null} null when it is no such code
 */
export function readPlastic(text) {
  const [, ticket, serial, token] = FORM.exec(text) ?? [];
  return ticket !== undefined && isTicketNumber(ticket) ? { ticket, serial, token: token.toUpperCase() } : null;
}
