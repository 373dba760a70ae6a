package org.insignia.cli.server;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia import skills FILE}. */
@Command(
    name = "skills",
    mixinStandardHelpOptions = true,
    description = {
      "Imports words for skills, beside those of the product: a JSON object whose members are skills, each with a list of",
      "other spellings. It takes the place of the file before; {} takes all back. Postings are tagged anew in the background.",
      "Ends with 2 if it was refused."
    })
final class ImportSkills implements Callable<Integer> {
  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var terminal = Objects.requireNonNull(spec).commandLine();
    try {
      var body = ServerClient.file(file);
      var report = server.client().post("/rest/v1/imports/skills", "application/json", body);
      terminal
          .getOut()
          .println(server.json() ? Json.write(report) : "Skills: " + Json.write(report));
      return 0;
    } catch (ServerTrouble trouble) {
      terminal.getErr().println(trouble.getMessage());
      return 2;
    }
  }
}
