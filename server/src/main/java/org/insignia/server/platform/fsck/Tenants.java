package org.insignia.server.platform.fsck;

import java.util.List;

/**
 * Port: which rows of a feature belong to organisations, and at which rows, of its own or of
 * features below, they point. From this {@code Tenancy} makes its statements, so that no feature
 * names the columns of another.
 */
public interface Tenants {

  /**
   * A table whose rows belong to an organisation.
   *
   * @param key its key, a UUID column
   * @param organisation an expression for the organisation of the row {@code r}
   */
  record Owned(String table, String key, String organisation) {}

  /**
   * Rows that point at others.
   *
   * @param from a table that is {@link Owned}, by whatever feature
   * @param column where the key of the other row stands; null points nowhere
   * @param to a table that is {@link Owned}
   */
  record Pointer(String from, String column, String to) {}

  /** The tables of this feature that others may point at, or that point. */
  List<Owned> owned();

  /** The pointers of this feature's tables. */
  List<Pointer> pointers();
}
