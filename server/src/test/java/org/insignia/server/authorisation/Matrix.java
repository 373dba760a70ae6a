package org.insignia.server.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The expected answers, from the file {@code authorisation/matrix.txt}. */
final class Matrix {
  private Matrix() {}

  static List<Expectation> read() {
    try (var in = Matrix.class.getResourceAsStream("/authorisation/matrix.txt")) {
      return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(Expectation::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
