package org.insignia.outbound;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.insignia.openbadges.json.Bytes;

/**
 * Fetches what strangers name, without becoming their tool: https only, public networks only, no
 * credentials, no cookies, each redirect checked anew, bounded in time and size. Safe for use by
 * many threads.
 */
public final class GuardedHttp implements AutoCloseable {
  private static final Pattern IP_V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)localhost|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern IP_V6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");
  private static final int MOST_URL = 2048;

  private final Reach reach;
  private final Limits limits;
  private final GuardedDns dns;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("outbound-limit").factory());

  /** Requests within this reach, each within these limits. */
  public GuardedHttp(Reach reach, Limits limits) {
    this.reach = reach;
    this.limits = limits;
    this.dns = new GuardedDns(reach);
    this.client = client(limits, dns);
  }

  private static CloseableHttpClient client(Limits limits, GuardedDns dns) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(dns)
            .setMaxConnTotal(64)
            .setMaxConnPerRoute(8)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout(limits.connect()))
                    .setSocketTimeout(timeout(limits.total()))
                    .setTimeToLive(Timeout.ofSeconds(30))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setConnectionRequestTimeout(timeout(limits.total()))
                .setResponseTimeout(timeout(limits.total()))
                .build())
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .setUserAgent("Insignia")
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }

  /**
   * Asks for a document with GET.
   *
   * @param accept value of the Accept header
   */
  public Fetched get(URI url, String accept) {
    var end = Instant.now().plus(limits.total());
    var next = url;
    for (int hop = 0; hop <= limits.redirects(); hop++) {
      var refusal = refusal(next);
      if (!refusal.isEmpty()) {
        return new Fetched.Refused(refusal);
      }
      switch (once(next, accept, end)) {
        case Redirected(URI target) -> next = target;
        case Ended(Fetched fetched) -> {
          return fetched;
        }
      }
    }
    return new Fetched.Failed("more than " + limits.redirects() + " redirects");
  }

  /** Why we do not ask this address; empty where we do. */
  private String refusal(URI url) {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    var host = url.getHost();
    if (host == null || isOdd(url)) {
      return "not a plain web address";
    }
    boolean local = reach.isOwn(url) || (reach.loopback() && Reach.isLoopbackName(host));
    if (!scheme.equals("https") && !(scheme.equals("http") && local)) {
      return "only https is asked";
    }
    boolean plain =
        IP_V4.matcher(host).matches()
            || IP_V6.matcher(host).matches()
            || NAME.matcher(host).matches();
    return plain || reach.isOwn(url) ? "" : "not a plain host name";
  }

  private static boolean isOdd(URI url) {
    return url.getRawUserInfo() != null
        || url.getPort() == 0
        || url.getPort() > 65_535
        || url.toString().length() > MOST_URL;
  }

  private sealed interface Hop {}

  private record Redirected(URI target) implements Hop {}

  private record Ended(Fetched fetched) implements Hop {}

  private Hop once(URI url, String accept, Instant end) {
    var request = new HttpGet(url);
    request.setHeader(HttpHeaders.ACCEPT, accept);
    var left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
    var limit = clock.schedule(request::abort, left, TimeUnit.MILLISECONDS);
    dns.own(reach.isOwn(url));
    try {
      return client.execute(request, response -> read(url, response));
    } catch (GuardedDns.OutOfReach refused) {
      return new Ended(new Fetched.Refused("the address is not on the public internet"));
    } catch (IOException | RuntimeException e) {
      return new Ended(new Fetched.Failed("no usable answer"));
    } finally {
      limit.cancel(false);
      dns.own(false);
    }
  }

  private Hop read(URI url, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    var location = response.getFirstHeader(HttpHeaders.LOCATION);
    if (location != null
        && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)) {
      try {
        return new Redirected(url.resolve(location.getValue()));
      } catch (IllegalArgumentException unreadable) {
        return new Ended(new Fetched.Failed("no usable answer"));
      }
    }
    var entity = response.getEntity();
    if (entity == null) {
      return new Ended(new Fetched.Answered(status, Bytes.wrap(new byte[0]), "", url));
    }
    try (var in = entity.getContent()) {
      var body = in.readNBytes(limits.bytes() + 1);
      if (body.length > limits.bytes()) {
        return new Ended(new Fetched.Failed("larger than " + limits.bytes() + " bytes"));
      }
      return new Ended(
          new Fetched.Answered(status, Bytes.wrap(body), mediaType(entity.getContentType()), url));
    }
  }

  private static String mediaType(@org.jspecify.annotations.Nullable String header) {
    if (header == null) {
      return "";
    }
    int semicolon = header.indexOf(';');
    return (semicolon < 0 ? header : header.substring(0, semicolon))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
