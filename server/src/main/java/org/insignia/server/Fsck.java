package org.insignia.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.insignia.server.platform.database.Visit;
import org.insignia.server.platform.fsck.Examination;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.PrintedReport;
import org.insignia.server.platform.fsck.Probe.Scope;
import org.insignia.server.platform.fsck.Report;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code insignia fsck}: holds everything that is stored against what must always hold. */
@Command(
    name = "insignia fsck",
    mixinStandardHelpOptions = true,
    description =
        "Checks everything that is stored, while the server runs or not, and changes nothing.",
    footer =
        "Exit code 0: all rules hold; 1: some are broken or could not be checked; 2: nothing was checked. The rules stand in docs/integrity.md.")
public final class Fsck implements Callable<Integer> {
  private static final int BROKEN = 1;
  private static final int NOTHING_CHECKED = 2;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's data folder (default: INSIGNIA_DATA, or ./data).")
  private @Nullable Path data;

  @Option(
      names = "--all",
      description = "Verify every signed document, not only a sample of 5,000.")
  private boolean all;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  /** Entry beside that of the packaged server. */
  public static void main(String[] args) {
    LoggingSystem.get(Fsck.class.getClassLoader()).setLogLevel(null, LogLevel.OFF);
    System.exit(new CommandLine(new Fsck()).execute(args));
  }

  @Override
  public Integer call() {
    try (var visit = Visit.to(settings())) {
      var report = examine(visit);
      if (json) {
        System.out.println(PrintedReport.json(report));
      }
      return report.sound() ? 0 : BROKEN;
    } catch (Problem nothingThere) {
      System.err.println(nothingThere.getMessage());
      return NOTHING_CHECKED;
    }
  }

  private Report examine(Visit visit) {
    try (var context = new AnnotationConfigApplicationContext()) {
      visit.lend(context);
      context.scan("org.insignia.server.*.fsck");
      context.refresh();
      var printed = new PrintedReport(new Texts(), System.out);
      var report =
          context
              .getBean(Examination.class)
              .of(
                  Scope.of(all, context.getBean(Clock.class).instant()),
                  new Examination.Listener() {
                    @Override
                    public boolean goesOn(int done, Invariant rule, long rows) {
                      return true;
                    }

                    @Override
                    public void ended(Report.Rule rule) {
                      if (!json) {
                        printed.rule(rule);
                      }
                    }
                  });
      if (!json) {
        printed.end(report);
      }
      return report;
    }
  }

  private Settings settings() {
    var folder = data == null ? Path.of(env("INSIGNIA_DATA", "data")) : data;
    return new Settings(
        URI.create(env("INSIGNIA_BASE_URL", "http://localhost:8080")),
        System.getenv("INSIGNIA_DATABASE_URL"),
        null,
        "no-reply@insignia.invalid",
        folder.toAbsolutePath().normalize(),
        0,
        false,
        "none",
        null,
        "");
  }

  private static String env(String name, String otherwise) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
