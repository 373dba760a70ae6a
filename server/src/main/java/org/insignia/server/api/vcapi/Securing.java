package org.insignia.server.api.vcapi;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.proof.SelectiveDisclosure;
import org.insignia.openbadges.rdf.Contexts;

/** How an instance secures a credential. */
sealed interface Securing {
  /** As the suites' tags name it. */
  String id();

  JsonObject secure(JsonObject credential, KeyPair key, Instant now, List<String> mandatory);

  /** A proof inside the credential. */
  record Proof(Cryptosuite suite) implements Securing {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String id() {
      return suite.id();
    }

    @Override
    public JsonObject secure(
        JsonObject credential, KeyPair key, Instant now, List<String> mandatory) {
      var options =
          ProofOptions.assertion(suite, DidKey.verificationMethod(key.publicKey()), now)
              .withContexts(Contexts.conformance());
      if (suite == Cryptosuite.ECDSA_SD_2023) {
        return SelectiveDisclosure.sign(
            credential, key, options.withMandatoryPointers(mandatory), RANDOM);
      }
      if (!mandatory.isEmpty()) {
        throw new MalformedCredential(
            "/options/mandatoryPointers", suite.id() + " always shows the whole");
      }
      return DataIntegrity.sign(credential, key, options);
    }
  }

  /** A JWT around the credential, as a data URL. */
  record Envelope() implements Securing {
    private static final String VERSION_2 = "https://www.w3.org/ns/credentials/v2";

    @Override
    public String id() {
      return "vc-jose-cose";
    }

    @Override
    public JsonObject secure(
        JsonObject credential, KeyPair key, Instant now, List<String> mandatory) {
      if (!credential.list("@context").getFirst().equals(JsonValue.of(VERSION_2))) {
        throw new MalformedCredential("/@context", "only data model 2.0 has these envelopes");
      }
      var signer = new EnvelopeSigner(key, DidKey.verificationMethod(key.publicKey()));
      return (JsonObject)
          JsonValue.from(
              Map.of(
                  "@context",
                  VERSION_2,
                  "type",
                  "EnvelopedVerifiableCredential",
                  "id",
                  "data:application/vc+jwt," + signer.credentialJwt(credential)));
    }
  }
}
