import { makeQrText } from '../../../../../mobile-contract/src/main/resources/verifier/prove.js';
import { rightNow } from '../shared/clock.js';
import { kept } from './vault.js';

/** The text of the code to show now; made on the phone, with or without a network. @param {'door' | 'member'} kind the latter says nothing of its member by itself */
export async function makeCode(kind = 'door', nowMs = rightNow()) {
  const [credentials, key] = await Promise.all([kept('credentials'), kept(`${kind}Key`)]);
  return makeQrText(credentials[kind], key, { nowMs });
}
