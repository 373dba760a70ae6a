package org.insignia.server.api.house;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.Scope;

/** What a token or client is called and opens, as a body says it. */
record ProgramWish(String name, Set<Scope> scopes) {
  private static final int LONGEST_NAME = 100;

  ProgramWish {
    scopes = Set.copyOf(scopes);
  }

  /** Reads both; what is wrong is noted in the body. */
  static ProgramWish read(Body body) {
    var name = body.required("name", LONGEST_NAME);
    if (name.chars().anyMatch(Character::isISOControl)) {
      body.wrong("name", "one line of visible characters");
    }
    return new ProgramWish(name, scopes(body));
  }

  private static Set<Scope> scopes(Body body) {
    var scopes = EnumSet.noneOf(Scope.class);
    var words = body.texts("scopes", Scope.values().length, 40);
    for (var word : words) {
      Scope.of(word)
          .ifPresentOrElse(
              scopes::add,
              () ->
                  body.wrong(
                      "scopes",
                      "there is no scope "
                          + word
                          + "; there are "
                          + Stream.of(Scope.values())
                              .map(Scope::word)
                              .collect(Collectors.joining(", "))));
    }
    if (words.isEmpty()) {
      body.wrong("scopes", "is needed: one scope or more, in an array");
    }
    return scopes;
  }
}
