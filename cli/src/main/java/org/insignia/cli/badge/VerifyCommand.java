package org.insignia.cli.badge;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.verify.Inquiry;
import org.insignia.openbadges.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Judges badges of anybody: JSON, JWT, PNG, SVG or PDF, from files, addresses or - (standard input).",
      "Exit code: 0 valid, 3 valid but the issuer is not known, 1 not valid, 2 could not be checked, 64 wrong use.",
      "Of several inputs the worst decides: 1, then 2, then 3."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final List<Integer> WORST_FIRST = List.of(1, 2, 3, 0);

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "What to judge.")
  private List<String> inputs = List.of();

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Option(
      names = "--trust",
      paramLabel = "DID|URL",
      description = "An issuer that is known; may be repeated.")
  private Set<String> trusted = Set.of();

  @Option(names = "--recipient", paramLabel = "ID", description = "Whose badge it should be.")
  private @Nullable String recipient;

  @Option(
      names = "--challenge",
      paramLabel = "TEXT",
      description = "What the holder was asked to sign along (presentations, SD-JWT).")
  private @Nullable String challenge;

  @Option(
      names = "--domain",
      paramLabel = "TEXT",
      description = "For whom a presentation must be made.")
  private @Nullable String domain;

  @Option(names = "--at", paramLabel = "INSTANT", description = "Judge as of then, not now.")
  private @Nullable Instant at;

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var verifier = new Verifier(network.verifierOptions());
    var inquiry =
        new Inquiry(at == null ? Instant.now() : at, trusted, recipient, challenge, domain);
    List<Report> reports = new ArrayList<>();
    for (String input : inputs) {
      reports.add(judge(input, verifier, inquiry));
    }
    print(reports, out);
    List<Integer> codes = reports.stream().map(r -> exitCode(r.verdict())).toList();
    return WORST_FIRST.stream().filter(codes::contains).findFirst().orElse(2);
  }

  private static Report judge(String input, Verifier verifier, Inquiry inquiry) {
    boolean address = input.startsWith("https://") || input.startsWith("http://");
    return verifier.verify(address ? Bytes.utf8(input) : LocalFiles.read(input), inquiry);
  }

  static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case VALID -> 0;
      case UNKNOWN_ISSUER -> 3;
      case UNCHECKED -> 2;
      case INVALID, REVOKED, SUSPENDED, EXPIRED, NOT_YET_VALID -> 1;
    };
  }

  private void print(List<Report> reports, PrintWriter out) {
    if (json) {
      out.println(
          Json.write(
              reports.size() == 1
                  ? reports.getFirst().toJson()
                  : new JsonArray(reports.stream().<JsonValue>map(Report::toJson).toList())));
      return;
    }
    for (int i = 0; i < reports.size(); i++) {
      ReportText.print(inputs.get(i), reports.get(i), out);
    }
  }
}
