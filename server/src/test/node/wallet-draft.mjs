// usage: node wallet-draft.mjs ERRANDS.json
// A wallet by @animo-id/oid4vci, which speaks draft 14 of OpenID4VCI: it takes the nonce from the
// token's answer, asks by format and definition, and refuses an answer of another shape. It fetches
// the badge of each offer of the errands, {name, offer, key, pin}.
import {createHash, randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {report} from './loopback.mjs';
import {verified, walletKey} from './wallet-kit.mjs';
import {setGlobalConfig} from '@animo-id/oauth2-utils';
import {Oid4vciClient} from '@animo-id/oid4vci';
import * as jose from 'jose';

setGlobalConfig({allowInsecureUrls: true}); // the server under test speaks http

async function run(errand) {
  const key = await walletKey(errand.key);
  const client = new Oid4vciClient({
    callbacks: {
      fetch,
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: length => randomBytes(length),
      verifyJwt: () => ({verified: false}),
      signJwt: (signer, {header, payload}) =>
        new jose.SignJWT(payload).setProtectedHeader(header).sign(key.privateKey)
    }
  });
  const credentialOffer = await client.resolveCredentialOffer(errand.offer);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const [credentialConfigurationId] = credentialOffer.credential_configuration_ids;
  const {accessTokenResponse} = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: errand.pin
  });
  const {jwt} = await client.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId,
    signer: key.signer,
    nonce: accessTokenResponse.c_nonce,
    issuedAt: new Date()
  });
  const {credentialResponse} = await client.retrieveCredentials({
    issuerMetadata,
    credentialConfigurationId,
    accessToken: accessTokenResponse.access_token,
    proof: {proof_type: 'jwt', jwt}
  });
  const {credential, notification_id: notificationId} = credentialResponse;
  await client.sendNotification({
    issuerMetadata,
    accessToken: accessTokenResponse.access_token,
    notification: {notificationId, event: 'credential_accepted'}
  });
  return {
    draft: issuerMetadata.originalDraftVersion,
    holder: key.did,
    nextNonce: credentialResponse.c_nonce,
    credential: typeof credential === 'string' ? await verified(credential) : credential
  };
}

const findings = {};
for (const errand of JSON.parse(readFileSync(process.argv[2]))) {
  findings[errand.name] = await run(errand);
}
report(findings);
