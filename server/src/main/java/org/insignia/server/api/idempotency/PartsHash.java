package org.insignia.server.api.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Objects;
import org.springframework.web.multipart.MultipartException;

/**
 * What tells a form with files from others: names, names of files, and what is in them. The line
 * between its parts is another each time and counts for nothing.
 */
final class PartsHash {
  private PartsHash() {}

  /**
   * The container has written the parts to its own files by then.
   *
   * @throws MultipartException where it is no such form, or too large
   */
  static String of(HttpServletRequest request) {
    try {
      var whole = KeyFilter.sha256();
      for (var part : request.getParts()) {
        add(whole, part.getName());
        add(whole, Objects.toString(part.getSubmittedFileName(), ""));
        try (var in = part.getInputStream()) {
          add(whole, hash(in));
        }
      }
      return KeyFilter.hex(whole.digest());
    } catch (IOException | ServletException | IllegalStateException e) {
      throw new MultipartException("the parts of the form cannot be read", e);
    }
  }

  private static void add(MessageDigest whole, String text) {
    whole.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(InputStream in) throws IOException {
    var digest = KeyFilter.sha256();
    new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
    return KeyFilter.hex(digest.digest());
  }
}
