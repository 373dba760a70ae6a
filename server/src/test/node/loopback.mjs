// The one way out of these programs: the server under test. Importing this file replaces fetch, so
// that libraries which would go to the web come here too; what has no answer here fails.
import {readFileSync} from 'node:fs';

const real = globalThis.fetch;
const schemas = new Map();

/** Gives a schema's file to whoever asks for its address. */
export function schemaAt(url, file) {
  schemas.set(url, file);
}

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const schema = schemas.get(url.href);
  if (schema) {
    return new Response(readFileSync(schema), {headers: {'content-type': 'application/json'}});
  }
  if (url.hostname !== 'localhost' && url.hostname !== '127.0.0.1') {
    throw new Error(`not asked: ${url.href}`);
  }
  // did:web means https; the server under test speaks http.
  url.protocol = 'http:';
  return input instanceof Request ? real(new Request(url, input), init) : real(url, init);
};

/** What one program found, for the test that ran it. */
export function report(findings) {
  process.stdout.write(JSON.stringify(findings));
}
