package org.insignia.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether the time of an answer of {@code /transcripts} tells an unknown ID, a wrong code and a
 * closed share from each other. The three are sent in random turns, each from a network of its own
 * and for a transcript of its own, and no more a minute than the server lets everybody have.
 * Arguments: address of the server, file of transcript IDs (a line with OPEN or CLOSED before
 * each), the right code of them all, samples of each kind.
 */
public final class OpeningTimes {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int WARM_UP = 40;

  /** 300 a minute are let through, whoever asks. */
  private static final Duration PACE = Duration.ofMillis(215);

  private enum Kind {
    UNKNOWN_ID,
    WRONG_CODE,
    CLOSED_SHARE
  }

  private final URI server;
  private final String code;
  private final List<String> open;
  private final List<String> closed;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random = new Random();
  private int networks = random.nextInt(1 << 30);
  private long next = System.nanoTime();

  private OpeningTimes(URI server, List<String> open, List<String> closed, String code) {
    this.server = server;
    this.open = open;
    this.closed = closed;
    this.code = code;
  }

  /** Prints a line for each kind of wrong try beside the unknown ID. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int samples = Integer.parseInt(arguments[3]);
    var lines = Files.readAllLines(Path.of(arguments[1]));
    var open = named("OPEN ", lines);
    var closed = named("CLOSED ", lines);
    if (Math.min(open.size(), closed.size()) < samples + WARM_UP) {
      throw new IllegalArgumentException("needs " + (samples + WARM_UP) + " shares of each kind");
    }
    new OpeningTimes(URI.create(arguments[0]), open, closed, arguments[2]).compare(samples);
  }

  private static List<String> named(String kind, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .toList();
  }

  /** What one kind of try took, and how often it was answered how. */
  private record Series(double[] times, Map<String, Integer> answers) {}

  private void compare(int samples) throws IOException, InterruptedException {
    var series =
        Arrays.stream(Kind.values())
            .map(kind -> new Series(new double[samples], new TreeMap<>()))
            .toList();
    var turns = new ArrayList<>(List.of(Kind.values()));
    for (int i = -WARM_UP; i < samples; i++) {
      Collections.shuffle(turns, random);
      for (var kind : turns) {
        var answer = send(kind, i + WARM_UP);
        if (i >= 0) {
          var own = series.get(kind.ordinal());
          own.times()[i] = answer.millis();
          own.answers().merge(answer.said(), 1, Integer::sum);
        }
      }
    }
    for (var kind : List.of(Kind.WRONG_CODE, Kind.CLOSED_SHARE)) {
      tell(kind, series.get(kind.ordinal()), series.get(Kind.UNKNOWN_ID.ordinal()));
    }
  }

  private static void tell(Kind kind, Series known, Series unknown) {
    var compared = new TwoSamples(known.times(), unknown.times());
    var same = known.answers().equals(unknown.answers());
    System.out.printf(
        Locale.ROOT,
        "/transcripts  %-12s %7.2f ms, unknown ID %7.2f ms, medians differ by %6.2f ms; KS D %.3f, p %.3f; answers %s%n",
        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        compared.medianOfOne(),
        compared.medianOfOther(),
        compared.medianOfOne() - compared.medianOfOther(),
        compared.distance(),
        compared.probability(),
        same ? "equal" : "differ: " + known.answers() + unknown.answers());
  }

  private record Answer(String said, double millis) {}

  private Answer send(Kind kind, int number) throws IOException, InterruptedException {
    var id =
        switch (kind) {
          case UNKNOWN_ID -> stranger();
          case WRONG_CODE -> open.get(number);
          case CLOSED_SHARE -> closed.get(number);
        };
    var typed = kind == Kind.WRONG_CODE ? "W" + code.substring(1) + "9" : code;
    int network = networks++;
    var request =
        HttpRequest.newBuilder(server.resolve("/transcripts"))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "X-Forwarded-For",
                "2001:db8:%x:%x::1".formatted(network >>> 16 & 0xffff, network & 0xffff))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "id=" + id + "&code=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
            .build();
    LockSupport.parkNanos(next - System.nanoTime());
    long begun = System.nanoTime();
    next = begun + PACE.toNanos();
    var answer = http.send(request, BodyHandlers.ofString());
    double millis = (System.nanoTime() - begun) / 1e6;
    return new Answer(said(answer, id), millis);
  }

  /** Of the same form as the known ones; nobody has it. */
  private String stranger() {
    var id = new StringBuilder().append(DIGITS.charAt(random.nextInt(8)));
    for (int i = 1; i < 26; i++) {
      id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return id.toString();
  }

  private static String said(HttpResponse<String> answer, String id) {
    return answer.statusCode()
        + " "
        + new TreeMap<>(answer.headers().map()).keySet().hashCode()
        + " "
        + answer.body().replace(id, "").hashCode();
  }
}
