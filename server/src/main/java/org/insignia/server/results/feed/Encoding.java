package org.insignia.server.results.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a results file are characters. In each, a byte below 128 is the ASCII character.
 */
public enum Encoding {
  UTF_8(StandardCharsets.UTF_8),
  WINDOWS_1252(Charset.forName("windows-1252"));

  private final Charset charset;

  Encoding(Charset charset) {
    this.charset = charset;
  }

  Charset charset() {
    return charset;
  }
}
