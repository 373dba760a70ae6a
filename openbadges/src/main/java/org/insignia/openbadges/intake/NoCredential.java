package org.insignia.openbadges.intake;

/** The input is sound and holds no credential. */
public final class NoCredential extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoCredential(String detail) {
    super(detail, null, false, false);
  }
}
