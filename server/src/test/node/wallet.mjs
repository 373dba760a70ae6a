// usage: node wallet.mjs ERRANDS.json
// A wallet by @openid4vc/openid4vci. It takes each offer of the errands, {name, offer, key, pin, also},
// and says what it got; then it tries the same code, and the same proof, once more. With also it
// asks for a second copy in the same request, for another key of this kind.
import {readFileSync} from 'node:fs';
import {clientAuthenticationAnonymous} from '@openid4vc/oauth2';
import {report} from './loopback.mjs';
import {clientOf, verified, walletKey} from './wallet-kit.mjs';

async function refusal(attempt) {
  try {
    await attempt();
    return 'nothing was refused';
  } catch (e) {
    const response = e.errorResponse ?? e.response?.credentialErrorResponseResult?.data;
    return response?.error ?? String(e.message);
  }
}

async function run(errand) {
  const key = await walletKey(errand.key);
  const client = clientOf(key, clientAuthenticationAnonymous());
  const credentialOffer = await client.resolveCredentialOffer(errand.offer);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const [credentialConfigurationId] = credentialOffer.credential_configuration_ids;
  const token = () =>
    client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
      txCode: errand.pin
    });
  const {accessTokenResponse} = await token();
  const accessToken = accessTokenResponse.access_token;
  const {c_nonce: nonce} = await client.requestNonce({issuerMetadata});
  const keys = errand.also ? [key, await walletKey(errand.also)] : [key];
  const jwts = await Promise.all(
    keys.map(async each => {
      const {jwt} = await clientOf(
        each,
        clientAuthenticationAnonymous()
      ).createCredentialRequestJwtProof({
        issuerMetadata,
        credentialConfigurationId,
        signer: each.signer,
        nonce,
        issuedAt: new Date()
      });
      return jwt;
    })
  );
  const fetchIt = () =>
    client.retrieveCredentials({
      issuerMetadata,
      credentialConfigurationId,
      proofs: {jwt: jwts},
      accessToken
    });
  const {credentialResponse} = await fetchIt();
  const {credential} = credentialResponse.credentials[0];
  await client.sendNotification({
    issuerMetadata,
    accessToken,
    notification: {
      notificationId: credentialResponse.notification_id,
      event: 'credential_accepted'
    }
  });
  return {
    holder: key.did ?? 'did:jwk:',
    jwk: key.jwk,
    credential: typeof credential === 'string' ? await verified(credential) : credential,
    isJwt: typeof credential === 'string',
    holders: keys.map(each => each.did ?? ''),
    subjects: credentialResponse.credentials.map(c => c.credential.credentialSubject?.id ?? ''),
    codeAgain: await refusal(token),
    proofAgain: await refusal(fetchIt)
  };
}

const findings = {};
for (const errand of JSON.parse(readFileSync(process.argv[2]))) {
  findings[errand.name] = await run(errand);
}
report(findings);
