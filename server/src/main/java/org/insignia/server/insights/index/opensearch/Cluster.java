package org.insignia.server.insights.index.opensearch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.insignia.server.insights.index.IndexUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the cluster. The operator named it, so it may stand in a private network; still nothing
 * is redirected, and answers are limited in size and time.
 */
final class Cluster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** So long somebody waits for a page. */
  static final Duration READING = Duration.ofSeconds(5);

  /** So long background work waits. */
  static final Duration WRITING = Duration.ofSeconds(60);

  /** So long nobody waits again after one waited in vain. */
  private static final Duration REST = Duration.ofSeconds(10);

  private final HttpClient http;
  private final String base;
  private final String credentials;
  private final InstantSource clock;
  private volatile String trouble = "";
  private volatile Instant restingUntil = Instant.MIN;

  Cluster(SearchSettings settings, InstantSource clock) {
    this.clock = clock;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER);
    var tls = settings.tls();
    if (tls != null) {
      builder.sslContext(tls);
    }
    this.http = builder.build();
    this.base = settings.base();
    this.credentials = settings.credentials();
  }

  /**
   * What it said.
   *
   * @param status below 500; what says "not now" never gets here
   */
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status / 100 == 2;
    }

    /** The body of an answer that must be good, because the question was ours. */
    JsonNode good() {
      if (!isGood()) {
        throw new IllegalStateException("the search cluster refused with " + status + ": " + why());
      }
      return body;
    }

    /** Its own words, in short. */
    String why() {
      var text = body.path("error").toString();
      return text.length() > 300 ? text.substring(0, 300) : text;
    }
  }

  /** Why it did not answer the last time; empty where it did. */
  String trouble() {
    return trouble;
  }

  Answer get(String path) {
    return send(request(path, READING).GET(), READING);
  }

  Answer put(String path, Object body) {
    return send(
        request(path, WRITING).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))),
        WRITING);
  }

  /** Sends JSON, one line or several. */
  Answer post(String path, String body, Duration patience) {
    return send(request(path, patience).POST(BodyPublishers.ofString(body)), patience);
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(patience)
            .header("Accept", "application/json")
            .header(
                "Content-Type",
                path.contains("/_bulk") || path.contains("/_msearch")
                    ? "application/x-ndjson"
                    : "application/json");
    if (!credentials.isEmpty()) {
      var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + basic);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request, Duration patience) {
    var answer = exchange(request.build(), patience);
    int status = answer.statusCode();
    if (status >= 500 || status == 429 || status == 401 || status == 403 || status / 100 == 3) {
      throw lost("it answered " + status);
    }
    var body = read(answer.body());
    if (!trouble.isEmpty()) {
      trouble = "";
      LOG.info("the search cluster answers again");
    }
    return new Answer(status, body);
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, Duration patience) {
    if (clock.instant().isBefore(restingUntil)) {
      throw new IndexUnavailable(trouble);
    }
    var pending =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | CancellationException e) {
      if (e.getCause() instanceof HttpTimeoutException) {
        throw inVain(patience);
      }
      throw lost(reason(e.getCause()));
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw inVain(patience);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new IndexUnavailable("interrupted while the search cluster was asked");
    }
  }

  /** Whoever asks next shall not wait as long for the same. */
  private IndexUnavailable inVain(Duration patience) {
    restingUntil = clock.instant().plus(REST);
    return lost("no answer within " + patience.toSeconds() + " s");
  }

  private static String reason(@Nullable Throwable cause) {
    return cause == null ? "the request was given up" : cause.toString();
  }

  private JsonNode read(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw lost("its answer was no JSON");
    }
  }

  /** Says it once, however many ask in vain. */
  IndexUnavailable lost(String why) {
    var said = "the search cluster does not answer: " + why;
    if (trouble.isEmpty()) {
      LOG.warn(said);
    }
    trouble = said;
    return new IndexUnavailable(said);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
