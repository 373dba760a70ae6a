package org.insignia.cli.badge;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.Baking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia unbake}. */
@Command(
    name = "unbake",
    mixinStandardHelpOptions = true,
    description =
        "Prints the credential in a PNG, SVG or PDF, unjudged. Ends with 1 if there is none.")
final class UnbakeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PICTURE", description = "Or - for standard input.")
  private String picture = "-";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var line = Objects.requireNonNull(spec).commandLine();
    Optional<Baked> baked = Baking.unbake(LocalFiles.read(picture));
    baked.ifPresentOrElse(
        badge -> line.getOut().println(badge.text()),
        () -> line.getErr().println("insignia: there is no badge in " + picture));
    return baked.isPresent() ? 0 : 1;
  }
}
