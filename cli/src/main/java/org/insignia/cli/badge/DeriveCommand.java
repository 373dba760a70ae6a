package org.insignia.cli.badge;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.proof.SelectiveDisclosure;
import org.insignia.openbadges.rdf.Contexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia derive}. */
@Command(
    name = "derive",
    mixinStandardHelpOptions = true,
    description = "Shows part of a credential that was signed with ecdsa-sd-2023, and prints it.")
final class DeriveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "With its base proof, or - for standard input.")
  private String file = "-";

  @Option(
      names = "--show",
      paramLabel = "POINTER",
      description = "A JSON Pointer of what to show besides what is mandatory; may be repeated.")
  private List<String> shown = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var derived = SelectiveDisclosure.derive(LocalFiles.object(file), shown, Contexts.bundled());
    Objects.requireNonNull(spec).commandLine().getOut().println(Json.write(derived));
    return 0;
  }
}
