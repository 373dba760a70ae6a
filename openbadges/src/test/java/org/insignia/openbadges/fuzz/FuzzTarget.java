package org.insignia.openbadges.fuzz;

import java.util.List;
import org.insignia.openbadges.json.Bytes;

/** One reader of hostile input, and what must be true of it whatever the input is. */
interface FuzzTarget {

  /**
   * Lets the reader have this input and checks its properties.
   *
   * @return whether the input was read, rather than refused
   * @throws AssertionError where a property does not hold; any other exception is one that the
   *     reader should not have thrown
   */
  boolean judge(Bytes input);

  /** Small inputs that are read: from these others are made. */
  List<Bytes> seeds();

  /** Folders of the reference data whose files are inputs too, where they are at hand. */
  default List<String> folders() {
    return List.of();
  }
}
