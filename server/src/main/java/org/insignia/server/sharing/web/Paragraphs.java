package org.insignia.server.sharing.web;

import java.util.Arrays;
import java.util.List;

/** Splits a plain text at its empty lines. */
public final class Paragraphs {
  private Paragraphs() {}

  public static List<String> of(String text) {
    return Arrays.stream(text.split("\\R\\s*\\R"))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .toList();
  }
}
