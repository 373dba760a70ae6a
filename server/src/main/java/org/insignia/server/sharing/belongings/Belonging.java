package org.insignia.server.sharing.belongings;

import java.util.Locale;

/** Kinds of things that an earner made or brought. */
enum Belonging {
  BADGE_COLLECTION("collections.stake"),
  OWN_EVIDENCE("evidence.stake"),
  FOREIGN_BADGE("foreign.stake");

  private final String key;

  Belonging(String key) {
    this.key = key;
  }

  /** Text key with plural forms. */
  String key() {
    return key;
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in the journal of merges. */
  String journalled() {
    return "sharing." + table();
  }
}
