package org.insignia.server.sharing.web;

import java.util.List;
import java.util.regex.Pattern;

/** Splits a plain text at its empty lines. */
public final class Paragraphs {
  private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\s*\\R");

  private Paragraphs() {}

  public static List<String> of(String text) {
    return EMPTY_LINE.splitAsStream(text).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}
