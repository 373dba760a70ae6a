package org.insignia.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
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
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_HEADER = 16 * 1024;

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
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxHeaderCount(MOST_HEADERS)
                            .setMaxLineLength(LONGEST_HEADER)
                            .build())
                    .build())
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
    return switch (ask(Question.of(url, accept), this::document)) {
      case Ended<Fetched>(Fetched fetched) -> fetched;
      case Stopped<Fetched>(boolean refused, String reason) ->
          refused ? new Fetched.Refused(reason) : new Fetched.Failed(reason);
      case Redirected<Fetched>(URI target) -> new Fetched.Failed(tooManyRedirects());
    };
  }

  /**
   * Writes a document to {@code to} while it comes, asking only for one that is newer than ours.
   *
   * @param to holds the whole document only where the answer says so; never closed here
   */
  public Downloaded download(Question question, OutputStream to) {
    return switch (ask(question, (url, response) -> Downloading.read(url, response, limits, to))) {
      case Ended<Downloaded>(Downloaded downloaded) -> downloaded;
      case Stopped<Downloaded>(boolean refused, String reason) ->
          refused ? new Downloaded.Refused(reason) : new Downloaded.Failed(reason);
      case Redirected<Downloaded>(URI target) -> new Downloaded.Failed(tooManyRedirects());
    };
  }

  /**
   * Sends a document with POST. A redirect is an answer like others and leads nowhere; of an answer
   * no more than {@link Limits#bytes} is read, whatever comes behind.
   */
  public Fetched post(Posting posting) {
    var refusal = refusal(posting.url());
    if (!refusal.isEmpty()) {
      return new Fetched.Refused(refusal);
    }
    var request = new HttpPost(posting.url());
    posting.headers().forEach(request::setHeader);
    request.setEntity(
        new ByteArrayEntity(posting.body().toArray(), ContentType.parse(posting.mediaType())));
    var limit = clock.schedule(request::abort, limits.total().toMillis(), TimeUnit.MILLISECONDS);
    dns.own(reach.isOwn(posting.url()));
    try {
      return client.execute(request, response -> beginning(request, posting.url(), response));
    } catch (GuardedDns.OutOfReach refused) {
      return new Fetched.Refused("the address is not on the public internet");
    } catch (IOException | RuntimeException e) {
      return new Fetched.Failed("no usable answer");
    } finally {
      limit.cancel(false);
      dns.own(false);
    }
  }

  private Fetched beginning(HttpPost request, URI url, ClassicHttpResponse response)
      throws IOException {
    int status = response.getCode();
    var entity = response.getEntity();
    if (entity == null) {
      return new Fetched.Answered(status, Bytes.wrap(new byte[0]), "", url);
    }
    var body = entity.getContent().readNBytes(limits.bytes());
    if (body.length == limits.bytes()) {
      request.abort(); // else the client would read the rest before it lets go
    }
    return new Fetched.Answered(status, Bytes.wrap(body), mediaType(entity.getContentType()), url);
  }

  /**
   * Why this address is not asked, as far as can be told without asking: its form, and where its
   * name leads now. Empty where it is; each request looks again.
   */
  public String objection(URI url) {
    var refusal = refusal(url);
    if (!refusal.isEmpty()) {
      return refusal;
    }
    dns.own(reach.isOwn(url));
    try {
      dns.resolve(url.getHost().replaceAll("[\\[\\]]", ""));
      return "";
    } catch (GuardedDns.OutOfReach outside) {
      return "the address is not on the public internet";
    } catch (UnknownHostException e) {
      return "the name leads nowhere";
    } finally {
      dns.own(false);
    }
  }

  private String tooManyRedirects() {
    return "more than " + limits.redirects() + " redirects";
  }

  /** Follows redirects, each checked anew, until something else comes. */
  private <T> Hop<T> ask(Question question, Reader<T> reader) {
    var end = Instant.now().plus(limits.total());
    Hop<T> hop = new Redirected<>(question.url());
    for (int hops = 0; hops <= limits.redirects(); hops++) {
      if (!(hop instanceof Redirected<T>(URI next))) {
        return hop;
      }
      var refusal = refusal(next);
      if (!refusal.isEmpty()) {
        return new Stopped<>(true, refusal);
      }
      hop = once(question, next, reader, end);
    }
    return hop;
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

  /** Makes something of an answer that is no redirect. */
  private interface Reader<T> {
    T read(URI url, ClassicHttpResponse response) throws IOException;
  }

  private sealed interface Hop<T> {}

  private record Redirected<T>(URI target) implements Hop<T> {}

  private record Stopped<T>(boolean refused, String reason) implements Hop<T> {}

  private record Ended<T>(T result) implements Hop<T> {}

  private <T> Hop<T> once(Question question, URI url, Reader<T> reader, Instant end) {
    var request = request(question, url);
    var left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
    var limit = clock.schedule(request::abort, left, TimeUnit.MILLISECONDS);
    dns.own(reach.isOwn(url));
    try {
      return client.execute(request, response -> answer(request, url, reader, response));
    } catch (GuardedDns.OutOfReach refused) {
      return new Stopped<>(true, "the address is not on the public internet");
    } catch (Downloading.TooLarge tooLarge) {
      return new Stopped<>(false, String.valueOf(tooLarge.getMessage()));
    } catch (IOException | RuntimeException e) {
      return new Stopped<>(false, "no usable answer");
    } finally {
      limit.cancel(false);
      dns.own(false);
    }
  }

  private static <T> Hop<T> answer(
      HttpGet request, URI url, Reader<T> reader, ClassicHttpResponse response) throws IOException {
    if (isRedirect(response)) {
      return redirect(url, response);
    }
    try {
      return new Ended<>(reader.read(url, response));
    } catch (Downloading.TooLarge tooLarge) {
      request.abort(); // else the client would read the rest before it lets go, and there may be no
      // end to it
      throw tooLarge;
    }
  }

  private static HttpGet request(Question question, URI url) {
    var request = new HttpGet(url);
    request.setHeader(HttpHeaders.ACCEPT, question.accept());
    if (question.etag() != null) {
      request.setHeader(HttpHeaders.IF_NONE_MATCH, question.etag());
    }
    if (question.lastModified() != null) {
      request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, question.lastModified());
    }
    if (Reach.origin(url).equals(Reach.origin(question.url()))) {
      question.headers().forEach(request::setHeader);
    }
    return request;
  }

  private static boolean isRedirect(ClassicHttpResponse response) {
    int status = response.getCode();
    return response.getFirstHeader(HttpHeaders.LOCATION) != null
        && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
  }

  private static <T> Hop<T> redirect(URI url, ClassicHttpResponse response) {
    try {
      return new Redirected<>(
          url.resolve(response.getFirstHeader(HttpHeaders.LOCATION).getValue()));
    } catch (IllegalArgumentException unreadable) {
      return new Stopped<>(false, "no usable answer");
    }
  }

  private Fetched document(URI url, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    var entity = response.getEntity();
    if (entity == null) {
      return new Fetched.Answered(status, Bytes.wrap(new byte[0]), "", url);
    }
    try (var in = entity.getContent()) {
      var body = in.readNBytes(limits.bytes() + 1);
      if (body.length > limits.bytes()) {
        return new Fetched.Failed("larger than " + limits.bytes() + " bytes");
      }
      return new Fetched.Answered(
          status, Bytes.wrap(body), mediaType(entity.getContentType()), url);
    }
  }

  static String mediaType(@org.jspecify.annotations.Nullable String header) {
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
