import { makeQrText } from '../../../../../mobile-contract/src/main/resources/verifier/prove.js';
import { rightNow } from '../shared/clock.js';
import { kept } from './vault.js';

/** The text of the code to show now; made on the phone, with or without a network. */
export async function makeCode(nowMs = rightNow()) {
  const [credentials, key] = await Promise.all([kept('credentials'), kept('doorKey')]);
  return makeQrText(credentials.door, key, { nowMs });
}
