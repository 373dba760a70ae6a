package org.insignia.cli.badge;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusListCredential;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia status show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Says what a status list holds, without checking its signature: see verify.")
final class StatusShowCommand implements Callable<Integer> {
  private static final int SHOWN = 1_000;

  @Parameters(index = "0", paramLabel = "FILE", description = "The list, or - for standard input.")
  private String file = "-";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "INDEX",
      description = "Bits to look up (default: all that are set).")
  private List<Integer> indexes = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    StatusListCredential credential = StatusListCredential.read(LocalFiles.object(file));
    BitstringStatusList list = credential.list();
    if (indexes.isEmpty()) {
      out.println("issuer " + ReportText.plain(credential.issuer()));
      out.println("for " + credential.purposes() + ", " + list.size() + " bits, set are:");
      list.set().limit(SHOWN).forEach(out::println);
      return 0;
    }
    for (int index : indexes) {
      if (index < 0 || index >= list.size()) {
        throw new WrongUse("index " + index + " outside list of " + list.size());
      }
      out.println(index + (list.isSet(index) ? " set" : " clear"));
    }
    return 0;
  }
}
