package org.insignia.server.transcripts.share;

/**
 * A share and what its code is held against.
 *
 * @param codeHash Argon2id with its salt and figures
 */
public record LockedShare(Share share, String codeHash) {
  /** Without the hash: it must not reach a log by accident. */
  @Override
  public String toString() {
    return "LockedShare(" + share.id() + ")";
  }
}
