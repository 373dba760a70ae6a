package org.insignia.openbadges.rdf;

import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.MalformedCredential;

/** Where in the document we are, for messages; costs nothing until one is needed. */
final class Place {
  /** As deep as {@link org.insignia.openbadges.json.Json} reads. */
  private static final int DEEPEST = 130;

  private final Object[] tokens = new Object[DEEPEST];
  private int depth;

  void enter(Object token) {
    if (depth == DEEPEST) {
      throw wrong("nested too deeply");
    }
    tokens[depth++] = token;
  }

  void leave() {
    depth--;
  }

  MalformedCredential wrong(String detail) {
    return new MalformedCredential(pointer(), detail);
  }

  /** As a JSON Pointer. */
  String pointer() {
    var out = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      out.append('/').append(JsonPointer.escape(tokens[i].toString()));
    }
    return out.toString();
  }
}
