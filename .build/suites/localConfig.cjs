// The manifest that the test suites of W3C read: which endpoint has which tag. The instances and their DIDs come from
// the running server (`GET /vc-api`), as its keys are new at every start.
'use strict';

const {instances} = require(process.env.INSIGNIA_INSTANCES);
const api = process.env.INSIGNIA_VC_API;
const token = process.env.INSIGNIA_CONFORMANCE_TOKEN;
const named = name => instances.find(instance => instance.name === name);

const TAGS = {
  'eddsa-rdfc-2022': ['vc2.0', 'vc-api', 'eddsa-rdfc-2022'],
  'vc-jose-cose': ['EnvelopingProof'],
  'bitstring-status-list': ['BitstringStatusList', 'Revocation']
};

function endpoints(path, chosen = instances) {
  return chosen.map(({name, id, securing, keyType}) => ({
    id,
    endpoint: `${api}/${name}/${path}`,
    tags: TAGS[name] || [securing],
    supports: {vc: ['1.1', '2.0']},
    supportedEcdsaKeyTypes: [keyType],
    ...(token ? {headers: {Authorization: `Bearer ${token}`}} : {})
  }));
}

const holders = endpoints('credentials/derive', [named('ecdsa-sd-2023')])
  .map(holder => ({...holder, tags: ['vcHolder', 'ecdsa-sd-2023']}));

module.exports = {
  settings: {enableInteropTests: true, testAllImplementations: false},
  implementations: [{
    name: 'Insignia',
    implementation: 'Insignia',
    issuers: endpoints('credentials/issue'),
    verifiers: endpoints('credentials/verify'),
    vpVerifiers: endpoints('presentations/verify'),
    vcHolders: holders,
    didResolvers: endpoints('identifiers', [named('eddsa-rdfc-2022')])
      .map(resolver => ({...resolver, tags: ['did-key']})),
    'jose-cose': {
      features: Object.fromEntries(['credential', 'presentation'].flatMap(
        what => ['jose', 'sdjwt', 'cose'].map(how => [`${what}_${how}`, true])))
    }
  }, {
    // The ECDSA suite lets the holder of this name derive, whoever issued.
    name: 'Digital Bazaar',
    implementation: 'Insignia, as holder',
    vcHolders: holders
  }]
};
