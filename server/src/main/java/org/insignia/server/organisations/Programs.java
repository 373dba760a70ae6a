package org.insignia.server.organisations;

import java.util.Map;

/** Port: programs that act for an organisation, by the names that its staff gave them. */
public interface Programs {
  /** The text key that says of what kind they are, with the name as its argument. */
  String words();

  /** Names by actors as the audit has them, of those that no longer open anything, too. */
  Map<String, String> of(Organisation organisation);
}
