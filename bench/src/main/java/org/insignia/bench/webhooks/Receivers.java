package org.insignia.bench.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Takes every message at once and notes how old the event in it is. {@code GET /seen} tells how
 * many came, how many of them were new to their subscriber, and the age of the median and of the
 * hundredth slowest in milliseconds.
 */
public final class Receivers {
  private static final Pattern AT = Pattern.compile("\"(?:at|timestamp|time)\" *: *\"([^\"]+)\"");

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> ages = new ConcurrentLinkedQueue<>();

  private Receivers() {}

  /** Arguments: the port. */
  public static void main(String[] args) throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    var server = HttpServer.create(here, 200);
    var receivers = new Receivers();
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/seen", receivers::tell);
    server.createContext("/hook/", receivers::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var now = System.currentTimeMillis();
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      known.put(exchange.getRequestURI().getPath() + " " + id, true);
      var at = AT.matcher(body);
      ages.add(at.find() ? now - Instant.parse(at.group(1)).toEpochMilli() : -1);
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    try (exchange) {
      long[] sorted = ages.stream().mapToLong(Long::longValue).sorted().toArray();
      var said =
          "%d %d %d %d%n"
              .formatted(sorted.length, known.size(), at(sorted, 0.5), at(sorted, 0.99))
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, said.length);
      exchange.getResponseBody().write(said);
    }
  }

  private static long at(long[] sorted, double part) {
    return Arrays.stream(sorted).skip((long) (sorted.length * part)).findFirst().orElse(0);
  }
}
