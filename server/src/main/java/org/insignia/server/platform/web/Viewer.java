package org.insignia.server.platform.web;

import java.util.UUID;

/**
 * The person who is signed in, as far as the shell of a page needs to know; the principal of the
 * session.
 */
public interface Viewer {
  /** The person's id. */
  UUID id();

  /** The name shown in the header. */
  String displayName();

  /** The BCP 47 tag of the language the person chose. */
  String languageTag();
}
