package org.insignia.server.accounts.password;

/**
 * What one hash costs. The application has none of its own and takes the usual; a test that signs
 * people in by the hundred may bring less.
 *
 * @param memory in KiB
 * @param passes over that memory
 */
record HashingWork(int memory, int passes) {
  /** OWASP's least for Argon2id with one lane: 19 MiB, two passes. */
  static final HashingWork USUAL = new HashingWork(19 * 1024, 2);
}
