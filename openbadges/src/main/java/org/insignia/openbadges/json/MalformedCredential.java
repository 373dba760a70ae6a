package org.insignia.openbadges.json;

/** Input that cannot be read as what it claims to be; says where and why. */
public final class MalformedCredential extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String pointer;

  /**
   * @param pointer JSON Pointer (RFC 6901) of the offending value; empty string for the whole
   *     document
   * @param detail English, names the value that decided, holds no personal data
   */
  public MalformedCredential(String pointer, String detail) {
    super(pointer.isEmpty() ? detail : pointer + ": " + detail);
    this.pointer = pointer;
  }

  /** JSON Pointer of the offending value; empty for the whole document. */
  public String pointer() {
    return pointer;
  }
}
