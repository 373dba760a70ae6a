package org.insignia.cli.badge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code insignia status new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Prints an unsigned status list; give it to sign.")
final class StatusNewCommand implements Callable<Integer> {
  @Option(
      names = "--id",
      required = true,
      paramLabel = "URL",
      description = "Where it will be published.")
  private String id = "";

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "DID|URL",
      description = "Who issues the credentials in it.")
  private String issuer = "";

  @Option(
      names = "--purpose",
      defaultValue = "revocation",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private StatusPurpose purpose = StatusPurpose.REVOCATION;

  @Option(
      names = "--bits",
      defaultValue = "131072",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int bits = BitstringStatusList.MIN_BITS;

  @Option(names = "--set", split = ",", paramLabel = "INDEX", description = "Which are set.")
  private List<Integer> set = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try {
      var list = BitstringStatusList.of(bits, set.stream().mapToInt(Integer::intValue));
      JsonObject credential =
          new StatusListCredential(
                  id, issuer, Instant.now().truncatedTo(ChronoUnit.SECONDS), purpose, list)
              .toJson();
      Objects.requireNonNull(spec).commandLine().getOut().println(Json.write(credential));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
  }
}
