import { listConsents } from './register.js';

/** All members of a primary with the parts of their names, by surname. @param {string} primary */
export async function listEverybody(primary) {
  const { members } = await listConsents(primary, 'UNION_PROCESSING');
  return [...members].sort((a, b) => a.lastName.localeCompare(b.lastName, 'ru'));
}
