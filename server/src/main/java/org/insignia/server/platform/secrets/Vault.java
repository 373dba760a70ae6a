package org.insignia.server.platform.secrets;

/**
 * Port: seals secrets that we have to know again, under a key that is not in the database. What
 * only has to be compared is hashed instead.
 */
public interface Vault {
  /**
   * Text that says nothing without the key.
   *
   * @param owner what the secret belongs to, for example {@code accounts.second-factor:UUID}; it
   *     opens for the same one only
   */
  String seal(String secret, String owner);

  /**
   * The secret again.
   *
   * @throws IllegalStateException where it was sealed under another key or for another owner, or
   *     was altered since
   */
  String open(String sealed, String owner);
}
