package org.insignia.bench.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The library's figures beside what they are to reach, from one run: every operation and its limit
 * by turns, so that whatever else the machine does slows both.
 */
public final class Targets {
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final long ROUND_NANOS = 100_000_000L;

  /**
   * One line of the table.
   *
   * @param target ratio to the limit; 0 where the target is a time or the rate of a peer
   */
  private record Row(String id, String name, Callable<?> work, Callable<?> limit, double target) {}

  private Targets() {}

  /**
   * @param arguments number of rounds, 15 where absent
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    List<Row> rows = rows();
    for (Row row : rows) {
      Ratios.nanosPerCall(row.limit, WARM_UP_NANOS / 3);
      Ratios.nanosPerCall(row.work, WARM_UP_NANOS);
    }
    double[][] work = new double[rows.size()][rounds];
    double[][] limit = new double[rows.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < rows.size(); i++) {
        work[i][round] = Ratios.nanosPerCall(rows.get(i).work, ROUND_NANOS);
        limit[i][round] = Ratios.nanosPerCall(rows.get(i).limit, ROUND_NANOS);
      }
    }
    System.out.println("     operation                              rate    of its limit   target");
    for (int i = 0; i < rows.size(); i++) {
      print(rows.get(i), Ratios.median(work[i]), Ratios.median(Ratios.ratios(limit[i], work[i])));
    }
  }

  private static void print(Row row, double nanos, double ratio) {
    String target = row.target == 0 ? "" : String.format(Locale.ROOT, "%.2f", row.target);
    System.out.printf(
        Locale.ROOT,
        "%-4s %-32s %8.0f/s %15.2f %8s%n",
        row.id,
        row.name,
        1e9 / nanos,
        ratio,
        target);
  }

  private static List<Row> rows() {
    var issue = new IssueBenchmark();
    issue.publicKey();
    var verify = new VerifyBenchmark();
    verify.signature();
    var status = new StatusBenchmark();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("P1", "issue rdfc, template", issue::rdfcTemplate, issue::rdfcLimit, 0.9));
    rows.add(new Row("P2", "verify rdfc, any", verify::rdfcAny, verify::rdfcLimit, 0.5));
    rows.add(new Row("P2", "verify rdfc, known", verify::rdfcKnown, verify::rdfcLimit, 0.9));
    rows.add(new Row("P3", "issue jcs, template", issue::jcsTemplate, issue::jcsLimit, 0.9));
    rows.add(new Row("P3", "verify jcs", verify::jcsGeneral, verify::rdfcLimit, 0.7));
    for (String algorithm : List.of("EdDSA", "ES256")) {
      var jwt = new EnvelopeBenchmark();
      jwt.algorithm = algorithm;
      jwt.tokens();
      rows.add(new Row("P4", "issue JWT " + algorithm, jwt::issueJwt, jwt::issueLimit, 0));
      rows.add(new Row("P4", "verify JWT " + algorithm, jwt::checkJwt, jwt::checkLimit, 0));
    }
    rows.add(new Row("P8", "revoke: flip, compress, sign", status::revoke, issue::jcsLimit, 0));
    rows.add(new Row("P8", "read a status list", status::read, issue::jcsLimit, 0));
    return rows;
  }
}
