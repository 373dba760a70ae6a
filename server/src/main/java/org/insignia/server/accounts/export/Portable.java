package org.insignia.server.accounts.export;

import java.util.Optional;
import org.insignia.server.accounts.PersonId;

/** Port: what a feature keeps for a person, as one JSON file of the archive they can take away. */
public interface Portable {
  /** The file's name in the archive, for example {@code postal-address.json}. */
  String file();

  /** Maps, lists, texts and numbers; empty where there is nothing, and no file then. */
  Optional<Object> json(PersonId person);
}
