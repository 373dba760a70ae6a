package org.insignia.bench.library;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The library's figures as ratios on a machine that others use too: every operation in turn, in
 * many short rounds, counted in the processor time of this thread. Run it where JMH's figures jump.
 */
public final class Ratios {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final long WARM_UP_NANOS = 4_000_000_000L;
  private static final long ROUND_NANOS = 100_000_000L;

  private Ratios() {}

  /**
   * @param arguments number of rounds, 15 where absent; then part of the name of what to run
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    var issue = new IssueBenchmark();
    issue.publicKey();
    var verify = new VerifyBenchmark();
    verify.signature();
    Map<String, Callable<Object>> operations = new LinkedHashMap<>();
    operations.put("issue rdfc, limit", issue::rdfcLimit);
    operations.put("issue rdfc, template", issue::rdfcTemplate);
    operations.put("issue rdfc, general", issue::rdfcGeneral);
    operations.put("issue jcs, limit", issue::jcsLimit);
    operations.put("issue jcs, template", issue::jcsTemplate);
    operations.put("issue jcs, general", issue::jcsGeneral);
    operations.put("verify, limit", verify::rdfcLimit);
    operations.put("verify rdfc, known", verify::rdfcKnown);
    operations.put("verify rdfc, any", verify::rdfcAny);
    operations.put("verify jcs, general", verify::jcsGeneral);
    operations.put("parse", verify::parse);
    operations.put("toDataset", verify::toDataset);
    operations.put("canonicalize", verify::canonicalize);
    operations.put("schema", verify::schema);
    if (arguments.length > 1) {
      operations.keySet().removeIf(name -> !name.contains(arguments[1]));
    }
    for (Callable<Object> operation : operations.values()) {
      nanosPerCall(operation, WARM_UP_NANOS);
    }
    var times = new LinkedHashMap<String, double[]>();
    operations.keySet().forEach(name -> times.put(name, new double[rounds]));
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Callable<Object>> operation : operations.entrySet()) {
        double nanos = nanosPerCall(operation.getValue(), ROUND_NANOS);
        times.getOrDefault(operation.getKey(), new double[rounds])[round] = nanos;
      }
    }
    times.forEach((name, nanos) -> print(name, nanos, times));
  }

  static double nanosPerCall(Callable<?> operation, long atLeast) throws Exception {
    long calls = 0;
    long start = CLOCK.getCurrentThreadCpuTime();
    long used = 0;
    while (used < atLeast) {
      for (int i = 0; i < 50; i++) {
        if (operation.call() == null) {
          throw new IllegalStateException("nothing came back");
        }
      }
      calls += 50;
      used = CLOCK.getCurrentThreadCpuTime() - start;
    }
    return (double) used / calls;
  }

  private static void print(String name, double[] nanos, Map<String, double[]> all) {
    String group = name.startsWith("issue jcs") ? "issue jcs" : name.split(" |,")[0];
    double[] limit = all.get(group.equals("issue") ? "issue rdfc, limit" : group + ", limit");
    String ratio =
        limit == null
            ? ""
            : String.format(Locale.ROOT, "%6.2f of the limit", median(ratios(limit, nanos)));
    System.out.printf(
        Locale.ROOT,
        "%-22s %8.2f us  %8.0f/s %s%n",
        name,
        median(nanos) / 1e3,
        1e9 / median(nanos),
        ratio);
  }

  static double[] ratios(double[] limit, double[] nanos) {
    double[] ratios = new double[nanos.length];
    Arrays.setAll(ratios, i -> limit[i] / nanos[i]);
    return ratios;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
