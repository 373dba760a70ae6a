// usage: node wallet-asks.mjs begin OFFER CLIENT SECRET REDIRECT
//        node wallet-asks.mjs end OFFER CLIENT SECRET REDIRECT VERIFIER ADDRESS
// A wallet by @openid4vc/openid4vci that asks the owner in a browser: first it makes the address to
// which the browser goes, then it takes the address at which the browser arrived.
import {clientAuthenticationClientSecretBasic} from '@openid4vc/oauth2';
import {report} from './loopback.mjs';
import {clientOf, verified, walletKey} from './wallet-kit.mjs';

const [part, offer, clientId, clientSecret, redirectUri, verifier, address] = process.argv.slice(2);
const key = await walletKey('did:key:p256');
const client = clientOf(key, clientAuthenticationClientSecretBasic({clientId, clientSecret}));
const credentialOffer = await client.resolveCredentialOffer(offer);
const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
const [credentialConfigurationId] = credentialOffer.credential_configuration_ids;
const {scope} = issuerMetadata.credentialIssuer.credential_configurations_supported[
  credentialConfigurationId
];

if (part === 'begin') {
  const {authorizationRequestUrl, pkce} = await client.createAuthorizationRequestUrlFromOffer({
    credentialOffer,
    issuerMetadata,
    clientId,
    redirectUri,
    scope,
    state: 'between-the-two-of-us'
  });
  report({address: authorizationRequestUrl, verifier: pkce.codeVerifier});
} else {
  const {accessTokenResponse} = await client.retrieveAuthorizationCodeAccessTokenFromOffer({
    issuerMetadata,
    credentialOffer,
    authorizationCode: new URL(address).searchParams.get('code'),
    pkceCodeVerifier: verifier,
    redirectUri
  });
  const {c_nonce: nonce} = await client.requestNonce({issuerMetadata});
  const {jwt} = await client.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId,
    clientId,
    signer: key.signer,
    nonce,
    issuedAt: new Date()
  });
  const {credentialResponse} = await client.retrieveCredentials({
    issuerMetadata,
    credentialConfigurationId,
    proofs: {jwt: [jwt]},
    accessToken: accessTokenResponse.access_token
  });
  const {credential} = credentialResponse.credentials[0];
  report({
    holder: key.did,
    details: accessTokenResponse.authorization_details,
    credential: typeof credential === 'string' ? await verified(credential) : credential
  });
}
