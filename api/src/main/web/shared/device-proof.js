// A page without a password opens its session by a short statement signed with the key of this device.
const encoder = new TextEncoder();

/** @param {Uint8Array} bytes */
export function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const part = (/** @type {object} */ value) => base64url(encoder.encode(JSON.stringify(value)));

/**
 * @param {CryptoKey} key private, P-256
 * @param {string} deviceId
 * @param {string} audience the public address of the server
 */
export async function deviceProof(key, deviceId, audience, now = Date.now()) {
  const text = `${part({ alg: 'ES256', typ: 'JWT' })}.${part({ iss: deviceId, aud: audience, iat: now })}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, encoder.encode(text));
  return `${text}.${base64url(new Uint8Array(signature))}`;
}
