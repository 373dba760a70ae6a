package org.insignia.cli.badge;

import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.insignia.openbadges.jose.Envelope;
import org.insignia.openbadges.jose.EnvelopeCheck;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.proof.ProofResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code insignia vc-jose-cose verify}: with the one key that is handed over. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Opens an envelope and checks its signature.")
final class JoseCoseVerifyCommand implements Callable<Integer> {
  @Mixin private JoseCoseFiles files = new JoseCoseFiles();

  @Override
  public Integer call() {
    try {
      // The suite's samples have ended long ago, and it wants them taken.
      var check = EnvelopeCheck.atAnyTime(key());
      String text = files.input().utf8().strip();
      Envelope envelope =
          switch (files.wrapping()) {
            case "jose" -> check.jwt(text);
            case "sdjwt" -> check.sdJwt(text);
            case "cose" -> check.cose(Bytes.wrap(Base64.getDecoder().decode(text)));
            default -> throw new WrongUse("no feature ends with " + files.wrapping());
          };
      switch (envelope.proof()) {
        case ProofResult.Valid valid -> {
          JoseCoseModel.require(envelope.document(), files.isPresentation());
          files.result("success", Json.write(envelope.document()));
        }
        case ProofResult.Invalid bad -> files.result("failure", bad.detail());
        case ProofResult.Unchecked open -> files.result("indeterminate", open.because());
      }
    } catch (MalformedCredential | IllegalArgumentException e) {
      files.result("failure", String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private KeyResolver key() {
    JsonObject method = Json.parseObject(LocalFiles.read(files.key()));
    JsonObject published = method.object("publicKeyJwk");
    JsonObject whole = method.object("privateKeyJwk");
    PublicKey key =
        Jwk.read(published != null ? published : whole != null ? whole.without("d") : method);
    String controller = Objects.requireNonNullElse(method.string("controller"), "");
    return new KeyResolver() {
      @Override
      public Resolution resolve(String verificationMethod) {
        return found(verificationMethod);
      }

      @Override
      public Resolution publishedBy(String publisher, PublicKey other) {
        return found(publisher);
      }

      private Resolution found(String id) {
        return new Resolution.Found(
            new VerificationKey(
                id,
                controller,
                key,
                Set.of("assertionMethod", "authentication"),
                VerificationKey.Evidence.DOCUMENT));
      }
    };
  }
}
