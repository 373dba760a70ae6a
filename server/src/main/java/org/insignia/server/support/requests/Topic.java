package org.insignia.server.support.requests;

import java.util.stream.Stream;

/** What a request is about. Names are stored and are keys of texts: add, never rename. */
public enum Topic {
  MISSING_BADGE,
  WRONG_DETAILS,
  ACCOUNT,
  CERTIFICATE,
  VERIFICATION,
  PRIVACY,
  OTHER;

  /** The topic of this name; {@link #OTHER} for anything else. */
  static Topic of(String name) {
    return Stream.of(values()).filter(t -> t.name().equals(name)).findFirst().orElse(OTHER);
  }
}
