package org.insignia.cli.badge;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.insignia.cli.server.ImportCommand;
import org.insignia.cli.server.IssueCommand;
import org.insignia.openbadges.json.MalformedCredential;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IFactory;

/** {@code insignia}: the command line. */
@Command(
    name = "insignia",
    mixinStandardHelpOptions = true,
    version = "Insignia 0.1.0",
    description = "Open digital credentials. `insignia up --demo` serves the whole product.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      VerifyCommand.class,
      InspectCommand.class,
      KeygenCommand.class,
      SignCommand.class,
      DeriveCommand.class,
      BakeCommand.class,
      UnbakeCommand.class,
      CanonizeCommand.class,
      StatusCommand.class,
      JoseCoseCommand.class,
      IssueCommand.class,
      ImportCommand.class
    })
public final class Insignia {
  /** Wrong words on the command line (BSD sysexits). */
  static final int USAGE = 64;

  private Insignia() {}

  public static void main(String[] args) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine(out, err, CommandLine.defaultFactory()).execute(args);
    out.flush();
    System.exit(code);
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err, IFactory factory) {
    var line = new CommandLine(new Insignia(), factory);
    wrongUseEndsWith(USAGE, line);
    return line.setOut(out)
        .setErr(err)
        .registerConverter(Instant.class, Insignia::instant)
        .setExecutionExceptionHandler(Insignia::explain)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUnmatchedOptionsArePositionalParams(false);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'" + text + "' is no date and time such as 2026-01-31T10:00:00Z");
    }
  }

  private static void wrongUseEndsWith(int code, CommandLine line) {
    line.getCommandSpec().exitCodeOnInvalidInput(code);
    line.getSubcommands().values().forEach(sub -> wrongUseEndsWith(code, sub));
  }

  /**
   * What is wrong with the user's input is said in a line; anything else is our fault and shown.
   */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof WrongUse || e instanceof MalformedCredential) {
      command.getErr().println("insignia: " + e.getMessage());
      return e instanceof WrongUse ? USAGE : ExitCode.SOFTWARE;
    }
    throw e;
  }
}
