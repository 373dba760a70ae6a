package org.insignia.bench.programs;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the API at a fixed rate, whatever the answers take, and counts the time of each from the
 * moment at which it was to be asked. Arguments: rate a second, seconds, address, and to issue
 * badges the name of the achievement; each then goes to a mailbox of its own under a key of its
 * own. The token comes by {@code -Dtoken=}; without one it asks as a stranger. Three seconds more
 * are asked before and not counted: in them this program itself is slow.
 */
public final class ProgramLoad {
  private static final int WARMING_SECONDS = 3;
  private static final String TOKEN = System.getProperty("token", "");

  private final URI address;
  private final String achievement;
  private final Connections connections;
  private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
  private final AtomicLong errors = new AtomicLong();
  private final AtomicLong good = new AtomicLong();
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  private ProgramLoad(URI address, String achievement, Connections connections) {
    this.address = address;
    this.achievement = achievement;
    this.connections = connections;
  }

  /**
   * Prints rate, errors, the median and the 99th hundredth of the times in milliseconds, this
   * program's own processor time for each request, and how many were answered well in all.
   */
  public static void main(String[] arguments) throws IOException {
    double rate = Double.parseDouble(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var connections = new Connections(URI.create(arguments[2]))) {
      var load =
          new ProgramLoad(
              URI.create(arguments[2]), arguments.length > 3 ? arguments[3] : "", connections);
      long begin = System.nanoTime();
      long warming = (long) (rate * WARMING_SECONDS);
      long count = warming + (long) (rate * seconds);
      for (long turn = 0; turn < count; turn++) {
        long due = begin + (long) (turn / rate * 1e9);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        long number = turn;
        threads.submit(() -> load.ask(number, due, number >= warming));
      }
      threads.close();
      load.print((System.nanoTime() - begin) / 1e9 - WARMING_SECONDS);
    }
  }

  private void ask(long number, long due, boolean counts) {
    try {
      if (connections.status(request(number)) / 100 == 2) {
        good.incrementAndGet();
        if (counts) {
          times.add(System.nanoTime() - due);
        }
      } else {
        errors.incrementAndGet();
      }
    } catch (IOException e) {
      errors.incrementAndGet();
    }
  }

  private byte[] request(long number) {
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    var head =
        " "
            + address.getRawPath()
            + query
            + " HTTP/1.1\r\nHost: "
            + address.getAuthority()
            + (TOKEN.isEmpty() ? "" : "\r\nAuthorization: Bearer " + TOKEN);
    if (achievement.isEmpty()) {
      return bytes("GET" + head + "\r\n\r\n");
    }
    var mailbox = "p" + run + "-" + number + "@example.org";
    var body = address.getPath().startsWith("/rest/") ? ours(mailbox) : credlys(mailbox);
    return bytes(
        "POST"
            + head
            + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
            + run
            + "-"
            + number
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private String ours(String mailbox) {
    return "{\"achievement\":\"%s\",\"recipient\":{\"email\":\"%s\",\"name\":\"Ana Silva\"},\"notify\":false}"
        .formatted(achievement, mailbox);
  }

  /** What programs written for Credly send; it is told to the earner by mail. */
  private String credlys(String mailbox) {
    return "{\"badge_template_id\":\"%s\",\"recipient_email\":\"%s\",\"issued_to_first_name\":\"Ana\",\"issued_to_last_name\":\"Silva\",\"issued_at\":\"2026-03-04\"}"
        .formatted(achievement, mailbox);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void print(double seconds) {
    var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d answers, %.0f/s, %d errors, p50 %.2f ms, p99 %.2f ms, own %.2f ms, all %d%n",
        sorted.length,
        sorted.length / seconds,
        errors.get(),
        at(sorted, 0.5),
        at(sorted, 0.99),
        processorMillis() / Math.max(1, good.get() + errors.get()),
        good.get());
  }

  /** What this program takes itself, its start and its compilers too. */
  private static double processorMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
  }
}
