package org.insignia.cli.badge;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.insignia.openbadges.intake.NoCredential;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Says what a badge claims, without judging whether it is true: see verify.")
final class InspectCommand implements Callable<Integer> {
  private static final List<List<String>> LINES =
      List.of(
          List.of("type", "/type"),
          List.of("id", "/id"),
          List.of("name", "/name", "/credentialSubject/achievement/name", "/badge/name"),
          List.of("issuer", "/issuer/id", "/issuer", "/badge/issuer"),
          List.of("called", "/issuer/name"),
          List.of(
              "earner",
              "/credentialSubject/id",
              "/credentialSubject/identifier/0/identityHash",
              "/recipient/identity"),
          List.of("achievement", "/credentialSubject/achievement/id", "/badge/id", "/badge"),
          List.of(
              "criteria",
              "/credentialSubject/achievement/criteria/narrative",
              "/credentialSubject/achievement/criteria/id"),
          List.of("from", "/validFrom", "/issuanceDate", "/issuedOn"),
          List.of("until", "/validUntil", "/expirationDate", "/expires"),
          List.of("status", "/credentialStatus/statusListCredential", "/credentialStatus/id"),
          List.of(
              "proof",
              "/proof/cryptosuite",
              "/proof/type",
              "/proof/0/cryptosuite",
              "/proof/0/type"),
          List.of("signed with", "/proof/verificationMethod", "/proof/0/verificationMethod"));

  @Parameters(
      paramLabel = "FILE",
      description = "JSON, JWT, PNG, SVG or PDF, or - for standard input.")
  private String file = "-";

  @Option(names = "--json", description = "Print the document itself.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var line = Objects.requireNonNull(spec).commandLine();
    try {
      switch (Source.read(LocalFiles.read(file))) {
        case Source.Document document -> print(document.object(), line.getOut());
        case Source.Token token -> {
          line.getOut().println("header       " + ReportText.plain(Json.write(part(token, 0))));
          print(part(token, 1), line.getOut());
        }
        case Source.Cose cose -> line.getOut().println("COSE of " + cose.bytes().size() + " bytes");
        case Source.Address address ->
            line.getOut().println("hosted at " + ReportText.plain(address.url()));
      }
      return 0;
    } catch (NoCredential e) {
      line.getErr().println("insignia: " + e.getMessage());
      return 1;
    }
  }

  /** The header (0) or the payload (1), unjudged. */
  static JsonObject part(Source.Token token, int index) {
    String[] parts = token.compact().split("[.~]", -1);
    if (parts.length < 3) {
      throw new MalformedCredential("", "neither JSON nor a token");
    }
    return Json.parseObject(Multibase.decode("u" + parts[index]));
  }

  private void print(JsonObject document, PrintWriter out) {
    if (json) {
      out.println(Json.write(document));
      return;
    }
    for (List<String> line : LINES) {
      line.stream()
          .skip(1)
          .map(pointer -> text(JsonPointer.parse(pointer).in(document)))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .ifPresent(text -> out.printf("%-12s %s%n", line.getFirst(), ReportText.plain(text)));
    }
  }

  private static String text(@Nullable JsonValue value) {
    return switch (value) {
      case JsonString s -> s.value();
      case JsonValue.JsonArray a ->
          a.elements().stream()
              .filter(JsonString.class::isInstance)
              .map(s -> ((JsonString) s).value())
              .collect(Collectors.joining(", "));
      case null, default -> "";
    };
  }
}
