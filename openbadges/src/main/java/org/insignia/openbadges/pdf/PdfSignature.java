package org.insignia.openbadges.pdf;

import org.jspecify.annotations.Nullable;

/**
 * One signature of a PDF.
 *
 * @param detail what was seen, in English
 * @param signer whose certificate it bears; null where none could be read
 */
public record PdfSignature(State state, String detail, @Nullable Signer signer) {

  /** What became of it. */
  public enum State {
    /** It holds over every byte of the file but its own. */
    GOOD,
    /** It holds over an earlier form of the file, to which something was added since. */
    CHANGED_SINCE,
    /** It does not hold, or does not say over what. */
    BROKEN,
    /** It is of a kind that is not checked here. */
    NOT_SUPPORTED
  }
}
