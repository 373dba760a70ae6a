package org.insignia.server.authorisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the matrix.
 *
 * @param method of HTTP
 * @param pattern of the route, as the application knows it
 * @param path what is asked for, with names of fixtures
 * @param form what a form would send; empty: nothing
 * @param answers status per caller
 * @param unfielded status for everybody without the hidden field of forms; 0 for a safe method
 */
record Expectation(
    String method, String pattern, String path, String form, List<Integer> answers, int unfielded) {
  private static final String FORM = " + ";

  Expectation {
    answers = List.copyOf(answers);
    if (answers.size() != Caller.values().length) {
      throw new IllegalArgumentException(
          method + " " + pattern + ": " + answers.size() + " answers");
    }
  }

  /** {@code METHOD pattern | path + form | answers | unfielded}. */
  static Expectation parse(String line) {
    var parts = Arrays.stream(line.split(" \\| ")).map(String::strip).toList();
    var route = parts.get(0).split(" +");
    var request = parts.get(1).split(" \\+ ", 2);
    return new Expectation(
        route[0],
        route[1],
        request[0],
        request.length > 1 ? request[1] : "",
        Stream.of(parts.get(2).split(" +")).map(Integer::valueOf).toList(),
        parts.size() > 3 ? Integer.parseInt(parts.get(3)) : 0);
  }

  boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** Whether it looks at a token, never at a session. */
  boolean isOfMachines() {
    return Stream.of("/rest/", "/v1/", "/oauth/v1/", "/ims/", "/openid4vci/")
        .anyMatch(pattern::startsWith);
  }

  String route() {
    return method + " " + pattern;
  }

  Expectation answering(List<Integer> seen, int withoutField) {
    return new Expectation(method, pattern, path, form, seen, withoutField);
  }

  int answer(Caller caller) {
    return answers.get(caller.ordinal());
  }

  /** What was seen instead of this, caller by caller. */
  List<String> differences(Expectation seen) {
    var different = new ArrayList<String>();
    for (var caller : Caller.values()) {
      if (answer(caller) != seen.answer(caller)) {
        different.add(told(caller.name(), answer(caller), seen.answer(caller)));
      }
    }
    if (unfielded != seen.unfielded) {
      different.add(told("without the hidden field", unfielded, seen.unfielded));
    }
    return different;
  }

  private String told(String who, int expected, int seen) {
    return "%s %s as %s: expected %d, seen %d".formatted(method, path, who, expected, seen);
  }

  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    parts.add(method + " " + pattern);
    parts.add(form.isEmpty() ? path : path + FORM + form);
    parts.add(answers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    if (!isSafe()) {
      parts.add(Integer.toString(unfielded));
    }
    return String.join(" | ", parts);
  }
}
