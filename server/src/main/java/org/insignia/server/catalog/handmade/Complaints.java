package org.insignia.server.catalog.handmade;

import org.insignia.server.platform.i18n.Language;

/** Hears what is wrong with a wish; a page tells it beside the field, an answer with its place. */
public interface Complaints {
  /** Who hears it reads this language. */
  Language language();

  /**
   * Something is wrong.
   *
   * @param field of the form
   * @param key of the text that says it
   */
  void add(String field, String key, Object... args);
}
