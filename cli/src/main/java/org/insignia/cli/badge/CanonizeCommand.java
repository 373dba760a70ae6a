package org.insignia.cli.badge;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.NQuads;
import org.insignia.openbadges.rdf.OverBudget;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.WorkBudget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia canonize}. */
@Command(
    name = "canonize",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the canonical N-Quads (RDFC-1.0) of a JSON-LD document or of N-Quads.",
      "Ends with 1 if that takes more work than is allowed, or the file cannot be read."
    })
final class CanonizeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = ".nq or .json, or - for standard input.")
  private String file = "-";

  @Option(names = "--examples", description = "Also know the contexts of the public test suites.")
  private boolean examples;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var line = Objects.requireNonNull(spec).commandLine();
    try {
      line.getOut().print(canonical(LocalFiles.read(file)).utf8());
      return 0;
    } catch (OverBudget e) {
      line.getErr().println("insignia: " + file + " takes more work than is allowed");
      return 1;
    }
  }

  private Bytes canonical(Bytes input) {
    String text = input.utf8();
    if (!text.stripLeading().startsWith("{")) {
      return Rdfc10.canonicalize(NQuads.parse(text), WorkBudget.standard());
    }
    Contexts contexts = examples ? Contexts.conformance() : Contexts.bundled();
    return Canonical.form(Json.parseObject(input), contexts);
  }
}
