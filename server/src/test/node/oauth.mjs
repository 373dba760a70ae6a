// usage: node oauth.mjs begin ISSUER SCOPE
//        node oauth.mjs end ISSUER STATE ADDRESS
//        node oauth.mjs organisation ISSUER CLIENT SECRET SCOPE
// A program that lives on openid-client: it finds the server, registers itself and makes the address
// to which a browser goes; then, with the address at which that browser arrived, it exchanges the
// code, asks for the next tokens and gives them back. What it has to know again it prints.
import * as client from 'openid-client';
import {report} from './loopback.mjs';

const insecure = {algorithm: 'oauth2', execute: [client.allowInsecureRequests]};
const [part, issuer, ...rest] = process.argv.slice(2);
const server = new URL(issuer);

function known(id, secret) {
  return client.discovery(server, id, secret, undefined, insecure);
}

async function begin(scope) {
  const redirect = 'https://wallet.example/cb';
  const config = await client.dynamicClientRegistration(
    server,
    {client_name: 'Openid', redirect_uris: [redirect], scope, grant_types: ['authorization_code', 'refresh_token']},
    undefined,
    insecure);
  const {client_id: id, client_secret: secret} = config.clientMetadata();
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    scope,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  report({address: address.href, kept: JSON.stringify({id, secret, verifier, state})});
}

async function end(kept, address) {
  const {id, secret, verifier, state} = JSON.parse(kept);
  const config = await known(id, secret);
  const first = await client.authorizationCodeGrant(
    config, new URL(address), {pkceCodeVerifier: verifier, expectedState: state});
  const next = await client.refreshTokenGrant(config, first.refresh_token);
  const read = await client.fetchProtectedResource(
    config, next.access_token, new URL('/ims/ob/v3p0/credentials', server), 'GET');
  await client.tokenRevocation(config, next.refresh_token);
  const after = await client.fetchProtectedResource(
    config, next.access_token, new URL('/ims/ob/v3p0/credentials', server), 'GET')
    .then(answer => answer.status, error => error.status ?? error.cause?.status ?? 0);
  report({scope: first.scope, life: first.expires_in, read: read.status, after});
}

async function organisation(id, secret, scope) {
  const config = await known(id, secret);
  const {scope: given, expires_in: life} = await client.clientCredentialsGrant(config, {scope});
  report({scope: given, life});
}

await {begin, end, organisation}[part](...rest);
