package org.insignia.cli.server;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Function;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/** What the server's reports on files of rows have in common. */
final class RowReport {
  private RowReport() {}

  /**
   * Asks for a report until it is finished.
   *
   * @param place says how far an unfinished one is, for whoever sits at the terminal
   */
  static JsonObject follow(
      ServerClient client, String path, PrintWriter progress, Function<JsonObject, String> place) {
    long shown = -1;
    while (true) {
      var report = client.get(path);
      if (isFinished(report)) {
        return report;
      }
      long rows = number(report, "rows");
      if (rows != shown && System.console() != null) {
        progress.print("\r" + place.apply(report));
        progress.flush();
        shown = rows;
      }
      client.pause();
    }
  }

  static boolean isFinished(JsonObject report) {
    return report.get("finished") instanceof JsonBoolean(boolean finished) && finished;
  }

  /** Lists the rows that it speaks of. */
  static void printRows(JsonObject report, PrintWriter out) {
    for (var row : report.list("findings")) {
      if (row instanceof JsonObject r) {
        var column = Objects.toString(r.string("column"), "");
        out.println(
            "    line "
                + number(r, "line")
                + "  "
                + r.string("verdict")
                + "  "
                + (column.isEmpty() ? "" : column + ": ")
                + r.string("text"));
      }
    }
    if (report.get("more") instanceof JsonBoolean(boolean more) && more) {
      out.println("    ... more rows in the console, or with --rows N");
    }
  }

  /** A number of the report; 0 where it has none of this name. */
  static long number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber n ? (long) n.doubleValue() : 0;
  }
}
