package org.insignia.server.platform.hot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.insignia.openbadges.json.Bytes;
import org.jspecify.annotations.Nullable;

/** An answer as it was rendered a moment ago, ready to be sent again. */
final class HotPage {
  private static final int WORTH_PACKING = 1024;

  /** A header of the answer. */
  record Header(String name, String value) {}

  private final List<Header> headers;
  private final @Nullable String etag;
  private final Bytes plain;
  private final Bytes packed;
  private final long freshUntil;
  private final @Nullable Consumer<HttpServletRequest> onServing;
  private final AtomicBoolean beingRenewed = new AtomicBoolean();

  HotPage(
      List<Header> headers,
      @Nullable String etag,
      Bytes plain,
      long freshUntil,
      @Nullable Consumer<HttpServletRequest> onServing) {
    this.headers = List.copyOf(headers);
    this.etag = etag;
    this.plain = plain;
    this.packed = plain.size() < WORTH_PACKING ? plain : packed(plain);
    this.freshUntil = freshUntil;
    this.onServing = onServing;
  }

  boolean isFresh(long now) {
    return now - freshUntil < 0;
  }

  /** Whether it is too old even to be sent while another is rendered. */
  boolean isOver(long now) {
    return now - freshUntil > HotPages.STALE_NANOS;
  }

  /** True for the one who asks first: they render it anew while others get this one. */
  boolean mayRenew() {
    return beingRenewed.compareAndSet(false, true);
  }

  int size() {
    return plain.size() + packed.size();
  }

  /** Sends it, or says that the one who asks has it. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (onServing != null) {
      onServing.accept(request);
    }
    for (var header : headers) {
      response.addHeader(header.name(), header.value());
    }
    if (isKnown(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    var body = plain;
    if (packed != plain) {
      response.addHeader("Vary", "Accept-Encoding");
      var accepted = request.getHeader("Accept-Encoding");
      if (accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0")) {
        response.setHeader("Content-Encoding", "gzip");
        body = packed;
      }
    }
    response.setContentLength(body.size());
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body.view(), 0, body.size());
    }
  }

  private boolean isKnown(@Nullable String tags) {
    return etag != null && tags != null && (tags.equals("*") || tags.contains(etag));
  }

  private static Bytes packed(Bytes plain) {
    var out = new ByteArrayOutputStream(plain.size() / 2);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain.view());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Bytes.wrap(out.toByteArray());
  }
}
