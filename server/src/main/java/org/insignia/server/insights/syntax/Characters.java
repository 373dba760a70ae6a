package org.insignia.server.insights.syntax;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Bytes to characters; bytes that are none in their encoding are an error and never a guess. */
final class Characters {
  private Characters() {}

  /**
   * @param charset as the sender named it; empty for UTF-8. A byte-order mark says more.
   */
  static Reader of(InputStream bytes, String charset) throws IOException, Unreadable {
    var in = new BufferedInputStream(bytes, 64 * 1024);
    in.mark(3);
    var head = in.readNBytes(3);
    in.reset();
    var encoding = named(charset);
    if (head.length == 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      in.skipNBytes(3);
      encoding = StandardCharsets.UTF_8;
    } else if (head.length >= 2 && (head[0] & head[1] & 0xFE) == 0xFE && head[0] != head[1]) {
      encoding = StandardCharsets.UTF_16; // reads the mark itself
    }
    return new InputStreamReader(
        in,
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  static Charset named(String charset) throws Unreadable {
    try {
      return charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Unreadable("it claims an encoding that is not known: " + charset);
    }
  }

  /** The complaint about bytes that are no text. */
  static Unreadable wrong(String charset) {
    return new Unreadable(
        charset.isEmpty()
            ? "its bytes are not text in UTF-8, and it names no other encoding; it is to be saved or served as UTF-8"
            : "its bytes are not text in the encoding it claims, " + charset);
  }
}
