package org.insignia.cli.badge;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.proof.SelectiveDisclosure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia sign}. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Signs a credential or presentation and prints it.")
final class SignCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Unsigned JSON, or - for standard input.")
  private String file = "-";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "As keygen makes it, or a private JWK.")
  private String key = "";

  @Option(
      names = "--suite",
      description =
          "A cryptosuite such as eddsa-rdfc-2022; or jwt for the JWT of Open Badges 3.0, vc+jwt or vp+jwt (default: by the key, with rdfc; jwt for RSA).")
  private @Nullable String suite;

  @Option(
      names = "--verification-method",
      paramLabel = "URL",
      description = "Where verifiers find the key (default: its did:key).")
  private @Nullable String method;

  @Option(
      names = "--purpose",
      defaultValue = "assertionMethod",
      description = "Default: ${DEFAULT-VALUE}; authentication for a presentation.")
  private String purpose = "assertionMethod";

  @Option(names = "--challenge", description = "What the verifier asked to be signed along.")
  private @Nullable String challenge;

  @Option(names = "--domain", description = "For which verifier it is.")
  private @Nullable String domain;

  @Option(names = "--created", paramLabel = "INSTANT", description = "Default: now.")
  private @Nullable Instant created;

  @Option(
      names = "--mandatory",
      paramLabel = "POINTER",
      description = "ecdsa-sd-2023: what the holder must always show.")
  private List<String> mandatory = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    SigningKey signer = SigningKey.read(key);
    JsonObject document = LocalFiles.object(file);
    String id = method == null ? signer.verificationMethod() : method;
    var envelope = new EnvelopeSigner(signer.pair(), id);
    String signed =
        switch (suite == null ? usual(signer.pair().publicKey()) : suite) {
          case "jwt" -> envelope.openBadge(document);
          case "vc+jwt" -> envelope.credentialJwt(document);
          case "vp+jwt" -> envelope.presentationJwt(document);
          case String chosen -> Json.write(proof(document, signer, id, chosen));
        };
    Objects.requireNonNull(spec).commandLine().getOut().println(signed);
    return 0;
  }

  private JsonObject proof(JsonObject document, SigningKey signer, String id, String name) {
    Cryptosuite chosen =
        Cryptosuite.ofId(name).orElseThrow(() -> new WrongUse("no cryptosuite is called " + name));
    if (!chosen.takes(signer.pair().publicKey())) {
      throw new WrongUse("the key is of another kind than " + chosen.id() + " takes");
    }
    ProofOptions options =
        ProofOptions.assertion(chosen, id, created == null ? Instant.now() : created)
            .withPurpose(purpose)
            .withAudience(challenge, domain)
            .withMandatoryPointers(mandatory);
    return chosen == Cryptosuite.ECDSA_SD_2023
        ? SelectiveDisclosure.sign(document, signer.pair(), options, new SecureRandom())
        : DataIntegrity.sign(document, signer.pair(), options);
  }

  private static String usual(PublicKey key) {
    return switch (key) {
      case PublicKey.Ed25519 k -> Cryptosuite.EDDSA_RDFC_2022.id();
      case PublicKey.P256 k -> Cryptosuite.ECDSA_RDFC_2019.id();
      case PublicKey.P384 k -> Cryptosuite.ECDSA_RDFC_2019.id();
      case PublicKey.P521 k -> "jwt";
      case PublicKey.Rsa k -> "jwt";
    };
  }
}
