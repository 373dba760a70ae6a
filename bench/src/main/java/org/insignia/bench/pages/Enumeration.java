package org.insignia.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Whether the time of an answer tells if a mailbox has an account. Each form is sent for known and
 * unknown mailboxes in random turns; the two samples are compared by their medians and by the test
 * of Kolmogorov and Smirnov. Arguments: address of the server, file with known mailboxes (one a
 * line, all of one length), samples of each kind.
 *
 * <p>Each form comes from a network of its own, as {@code X-Forwarded-For} says, so that no limit
 * is met: the server must believe its neighbour on this machine, as it does by default.
 */
public final class Enumeration {
  private static final List<String> FORMS =
      List.of("/sign-in", "/sign-up", "/reset", "/find-badges");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int WARM_UP = 40;

  private final URI server;
  private final Random random = new Random();
  private int networks = random.nextInt(1 << 30);

  private Enumeration(URI server) {
    this.server = server;
  }

  /** Prints a line for each form. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var known = Files.readAllLines(Path.of(arguments[1]));
    int samples = Integer.parseInt(arguments[2]);
    if (known.size() < samples + WARM_UP) {
      throw new IllegalArgumentException("needs " + (samples + WARM_UP) + " known mailboxes");
    }
    var enumeration = new Enumeration(URI.create(arguments[0]));
    for (var form : FORMS) {
      enumeration.compare(form, known, samples);
    }
  }

  private void compare(String form, List<String> known, int samples)
      throws IOException, InterruptedException {
    var times = new double[2][samples];
    var answers = List.of(new TreeMap<String, Integer>(), new TreeMap<String, Integer>());
    for (int i = -WARM_UP; i < samples; i++) {
      int first = random.nextInt(2);
      for (int kind : new int[] {first, 1 - first}) {
        var address = kind == 0 ? known.get(i + WARM_UP) : stranger(known.getFirst());
        var answer = send(form, address);
        if (i >= 0) {
          times[kind][i] = answer.millis();
          answers.get(kind).merge(answer.said(), 1, Integer::sum);
        }
      }
    }
    var compared = new TwoSamples(times[0], times[1]);
    System.out.printf(
        Locale.ROOT,
        "%-13s known %7.2f ms, unknown %7.2f ms, medians differ by %6.2f ms; KS D %.3f, p %.3f; answers %s%n",
        form,
        compared.medianOfOne(),
        compared.medianOfOther(),
        compared.medianOfOne() - compared.medianOfOther(),
        compared.distance(),
        compared.probability(),
        answers.get(0).equals(answers.get(1)) ? "equal" : "differ: " + answers);
  }

  /** A mailbox as long as the known ones, which nobody has. */
  private String stranger(String like) {
    var domain = like.substring(like.indexOf('@'));
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).substring(0, like.length() - domain.length()) + domain;
  }

  private record Answer(String said, double millis) {}

  private Answer send(String form, String address) throws IOException, InterruptedException {
    int network = networks++;
    var from = "2001:db8:%x:%x::1".formatted(network >>> 16 & 0xffff, network & 0xffff);
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var page = http.send(request(form, from).build(), BodyHandlers.ofString());
      var token = TOKEN.matcher(page.body());
      if (!token.find()) {
        throw new IOException("no form at " + form);
      }
      var fields =
          "_csrf="
              + encoded(token.group(1))
              + "&name=Bo&password=lanterns+in+the+harbour&address="
              + encoded(address);
      var request =
          request(form, from)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(fields))
              .build();
      long begun = System.nanoTime();
      var answer = http.send(request, BodyHandlers.ofString());
      double millis = (System.nanoTime() - begun) / 1e6;
      return new Answer(said(answer, address), millis);
    }
  }

  private static String said(HttpResponse<String> answer, String address) {
    var body = TOKEN.matcher(answer.body().replace(address, "")).replaceAll("");
    return answer.statusCode()
        + " "
        + answer.headers().firstValue("location").orElse("")
        + " "
        + body.hashCode();
  }

  private HttpRequest.Builder request(String path, String from) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Accept", "text/html")
        .header("X-Forwarded-For", from);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
