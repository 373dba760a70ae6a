package org.insignia.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads the answer to a {@link Question}: writes a document piece by piece, up to the limit. */
final class Downloading {
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_VALIDATOR = 256;
  private static final long LONGEST_WAIT = Duration.ofDays(7).toSeconds();

  private Downloading() {}

  /** Ends the exchange at once; its message is for the caller. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }

  static Downloaded read(URI url, ClassicHttpResponse response, Limits limits, OutputStream to)
      throws IOException {
    int status = response.getCode();
    if (status == 304) {
      return new Downloaded.Unchanged();
    }
    var entity = response.getEntity();
    if (status != 200 || entity == null) {
      return new Downloaded.Declined(status, retryAfter(header(response, HttpHeaders.RETRY_AFTER)));
    }
    long size = 0;
    // Not closed before its end: closing would read the rest first.
    var in = entity.getContent();
    var piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      size += read;
      if (size > limits.bytes()) {
        throw new TooLarge("larger than " + limits.bytes() + " bytes");
      }
      to.write(piece, 0, read);
    }
    return new Downloaded.Whole(
        size,
        GuardedHttp.mediaType(entity.getContentType()),
        charset(entity.getContentType()),
        validator(header(response, HttpHeaders.ETAG)),
        validator(header(response, HttpHeaders.LAST_MODIFIED)),
        url);
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    var header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** One that is too long to send back each time is as good as none. */
  private static @Nullable String validator(@Nullable String value) {
    return value == null || value.isBlank() || value.length() > LONGEST_VALIDATOR ? null : value;
  }

  private static String charset(@Nullable String contentType) {
    var type = ContentType.parseLenient(contentType);
    var charset = type == null ? null : type.getParameter("charset");
    return charset == null ? "" : charset.strip();
  }

  /** Seconds, from a number of them or a date; 0 where it is neither. */
  private static long retryAfter(@Nullable String value) {
    if (value == null) {
      return 0;
    }
    try {
      var text = value.strip();
      long seconds =
          text.matches("\\d{1,9}")
              ? Long.parseLong(text)
              : Duration.between(
                      Instant.now(),
                      ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                  .toSeconds();
      return Math.clamp(seconds, 0, LONGEST_WAIT);
    } catch (DateTimeParseException e) {
      return 0;
    }
  }
}
