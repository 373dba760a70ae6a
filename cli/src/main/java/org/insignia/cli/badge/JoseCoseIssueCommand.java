package org.insignia.cli.badge;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code insignia vc-jose-cose issue}. */
@Command(
    name = "issue",
    mixinStandardHelpOptions = true,
    description = "Puts a document into an envelope.")
final class JoseCoseIssueCommand implements Callable<Integer> {
  @Mixin private JoseCoseFiles files = new JoseCoseFiles();

  @Override
  public Integer call() {
    try {
      SigningKey key = SigningKey.read(files.key());
      files.result(
          "success",
          enveloped(
              Json.parseObject(files.input()),
              new EnvelopeSigner(key.pair(), key.verificationMethod())));
    } catch (MalformedCredential | IllegalArgumentException e) {
      files.result("failure", String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private String enveloped(JsonObject document, EnvelopeSigner signer) {
    boolean presentation = files.isPresentation();
    JoseCoseModel.require(document, presentation);
    List<JsonPointer> kept = files.disclosures();
    return switch (files.wrapping()) {
      case "jose" ->
          presentation ? signer.presentationJwt(document) : signer.credentialJwt(document);
      case "cose" ->
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(
                  (presentation
                          ? signer.presentationCose(document)
                          : signer.credentialCose(document))
                      .view());
      case "sdjwt" ->
          presentation
              ? signer.presentationSdJwt(document, kept, new SecureRandom())
              : signer.credentialSdJwt(document, kept, new SecureRandom());
      default -> throw new WrongUse("no feature ends with " + files.wrapping());
    };
  }
}
