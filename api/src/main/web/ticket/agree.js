// Agreeing to messages: the words are read first, then the button.
import { confirm } from '../shared/elements.js';
import { agreeTo, consentText } from './member.js';

export const CHANNELS = { SMS: 'СМС', PUSH: 'Сообщения на телефон', EMAIL: 'Электронная почта' };

/** @param {string} channel @returns the lines of all consents afterwards, or null where she did not agree */
export async function readAndAgree(channel) {
  const text = await consentText('MESSAGES');
  const sure = await confirm({ title: text.title, text: `${CHANNELS[channel] ?? channel}. ${readable(text.body)}`, yes: 'Согласиться' });
  return sure ? agreeTo(channel, text.version) : null;
}

/** The places and boxes of the paper form are for the pen. @param {string} body */
function readable(body) {
  return body.replaceAll('{box}', '—').replaceAll('{person}', '(ваше имя)').replaceAll('{primary}', 'ваша организация').replace(/\{\w+\}/g, '…');
}
