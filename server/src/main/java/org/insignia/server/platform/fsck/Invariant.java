package org.insignia.server.platform.fsck;

/**
 * Port: one thing that must always hold of what is stored, a bean in the feature whose rows it
 * speaks of. It changes nothing, and holds no more than a stretch of rows at a time.
 */
public interface Invariant {
  /**
   * Its name in reports; its title and what to do where it is broken are the texts {@code
   * fsck.KEY.title} and {@code fsck.KEY.remedy}.
   */
  String key();

  /** Which of the invariants in docs/integrity.md it belongs to: 3 for I3. */
  int number();

  /** Goes through all rows it speaks of and says what is wrong with them. */
  void check(Probe probe);
}
