package org.insignia.server.catalog.entries;

import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.platform.i18n.Language;

/** Passes complaints on, and knows whether there were any. */
final class Heard implements Complaints {
  private final Complaints to;
  private boolean none = true;

  Heard(Complaints to) {
    this.to = to;
  }

  @Override
  public Language language() {
    return to.language();
  }

  @Override
  public void add(String field, String key, Object... args) {
    none = false;
    to.add(field, key, args);
  }

  boolean none() {
    return none;
  }
}
