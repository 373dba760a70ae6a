// What wallets of these programs have in common: keys, a client of @openid4vc/openid4vci that signs
// with them, and what jose says of a JWT.
import {createHash, randomBytes} from 'node:crypto';
import './loopback.mjs';
import {setGlobalConfig} from '@openid4vc/oauth2';
import {Openid4vciClient} from '@openid4vc/openid4vci';
import * as jose from 'jose';

setGlobalConfig({allowInsecureUrls: true}); // the server under test speaks http

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function base58(bytes) {
  let number = BigInt('0x' + Buffer.from(bytes).toString('hex'));
  let text = '';
  for (; number > 0n; number /= 58n) {
    text = ALPHABET[Number(number % 58n)] + text;
  }
  return text;
}

function fromBase58(text) {
  let number = 0n;
  for (const character of text) {
    number = number * 58n + BigInt(ALPHABET.indexOf(character));
  }
  return Buffer.from(number.toString(16).padStart(2, '0'), 'hex');
}

const raw = text => Buffer.from(text, 'base64url');

/** A key of a wallet, and how it is named in proofs. */
export async function walletKey(kind) {
  const ed25519 = kind.endsWith('ed25519');
  const alg = ed25519 ? 'EdDSA' : 'ES256';
  const pair = await jose.generateKeyPair(alg, {extractable: true, crv: ed25519 ? 'Ed25519' : undefined});
  const jwk = await jose.exportJWK(pair.publicKey);
  if (kind.startsWith('jwk')) {
    return {...pair, jwk, signer: {method: 'jwk', publicJwk: jwk, alg}};
  }
  if (kind.startsWith('did:jwk')) {
    const did = 'did:jwk:' + Buffer.from(JSON.stringify(jwk)).toString('base64url');
    return {...pair, jwk, did, signer: {method: 'did', didUrl: did + '#0', alg}};
  }
  const bytes = ed25519
    ? [0xed, 0x01, ...raw(jwk.x)]
    : [0x80, 0x24, 2 + (raw(jwk.y).at(-1) & 1), ...raw(jwk.x)];
  const multibase = 'z' + base58(bytes);
  const did = 'did:key:' + multibase;
  return {...pair, jwk, did, signer: {method: 'did', didUrl: `${did}#${multibase}`, alg}};
}

export function clientOf(key, clientAuthentication) {
  return new Openid4vciClient({
    callbacks: {
      fetch,
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: length => randomBytes(length),
      clientAuthentication,
      verifyJwt: () => ({verified: false}),
      encryptJwe: () => Promise.reject(new Error('nothing is encrypted')),
      decryptJwe: () => Promise.reject(new Error('nothing is encrypted')),
      signJwt: async (signer, {header, payload}) => ({
        jwt: await new jose.SignJWT(payload).setProtectedHeader(header).sign(key.privateKey),
        signerJwk: key.jwk
      })
    }
  });
}

/** What jose says of a JWT, by the key that its issuer publishes. */
export async function verified(jwt) {
  const {kid} = jose.decodeProtectedHeader(jwt);
  const [did] = kid.split('#');
  const [host, ...path] = did.slice('did:web:'.length).split(':');
  const document = await (
    await fetch(`https://${decodeURIComponent(host)}/${[...path, 'did.json'].join('/')}`)
  ).json();
  const method = document.verificationMethod.find(m => m.id === kid);
  const x = fromBase58(method.publicKeyMultibase.slice(1)).subarray(2).toString('base64url');
  const key = await jose.importJWK({kty: 'OKP', crv: 'Ed25519', x}, 'EdDSA');
  return (await jose.jwtVerify(jwt, key, {issuer: did})).payload;
}

