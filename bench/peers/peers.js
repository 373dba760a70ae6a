// Issues and verifies with the usual libraries of Node, as IssueBenchmark, VerifyBenchmark and EnvelopeBenchmark do with ours:
// one realistic credential with another id each time. Prints operations in a second of processor time, the median of the rounds.
import { readFileSync } from 'node:fs';
import { SignJWT, generateKeyPair, jwtVerify } from 'jose';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

const ROUNDS = Number(process.argv[2] ?? 5);
const ROUND_MICROSECONDS = 1_000_000;
const root = new URL('../../', import.meta.url);
const sample = JSON.parse(readFileSync(new URL('bench/src/main/resources/org/insignia/bench/library/credential.json', root)));
const folder = new URL('openbadges/src/main/resources/org/insignia/openbadges/rdf/contexts/', root);
const documents = new Map(
  readFileSync(new URL('index.tsv', folder), 'utf8').trim().split('\n').map(line => line.split('\t'))
    .map(([url, file]) => [url, JSON.parse(readFileSync(new URL(file, folder)))]));

let number = 0;
const credential = () => ({ ...structuredClone(sample), id: `urn:uuid:0190f5c4-7c1e-7a3b-9d2f-${String(number++).padStart(12, '0')}` });

async function measure(name, operation) {
  const rates = [];
  await round(operation);
  for (let i = 0; i < ROUNDS; i++) rates.push(await round(operation));
  rates.sort((a, b) => a - b);
  console.log(`${name.padEnd(34)} ${Math.round(rates[rates.length >> 1])}/s`);
}

async function round(operation) {
  const start = process.cpuUsage();
  for (let calls = 0; ; calls++) {
    const used = process.cpuUsage(start);
    if (calls > 0 && used.user + used.system > ROUND_MICROSECONDS) return calls * 1e6 / (used.user + used.system);
    await operation();
  }
}

for (const alg of ['EdDSA', 'ES256']) {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const issue = () => new SignJWT(credential()).setProtectedHeader({ alg, kid: 'did:example:issuer#key', typ: 'vc+jwt' }).sign(privateKey);
  const tokens = await Promise.all(Array.from({ length: 200 }, issue));
  await measure(`jose ${alg} issue`, issue);
  await measure(`jose ${alg} verify`, () => jwtVerify(tokens[number++ % tokens.length], publicKey));
}

const pair = await Ed25519Multikey.generate();
const did = `did:key:${pair.publicKeyMultibase}`;
pair.id = `${did}#${pair.publicKeyMultibase}`;
pair.controller = did;
const verificationMethod = await pair.export({ publicKey: true, includeContext: true });
documents.set(pair.id, verificationMethod);
documents.set(did, { '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did,
  assertionMethod: [verificationMethod], verificationMethod: [verificationMethod] });
const documentLoader = async url => {
  if (!documents.has(url)) throw new Error(`not bundled: ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(documents.get(url)) };
};
// The status would be asked for over the network.
const { credentialStatus, ...withoutStatus } = sample;
const issue = () => vc.issue({
  credential: { ...structuredClone(withoutStatus), id: `urn:uuid:${number++}`, issuer: did },
  suite: new DataIntegrityProof({ signer: pair.signer(), cryptosuite }), documentLoader });
const signed = await Promise.all(Array.from({ length: 20 }, issue));
const verify = async () => {
  const result = await vc.verifyCredential({
    credential: signed[number++ % signed.length], suite: new DataIntegrityProof({ cryptosuite }), documentLoader });
  if (!result.verified) throw result.error;
};
await measure('digitalbazaar eddsa-rdfc issue', issue);
await measure('digitalbazaar eddsa-rdfc verify', verify);
