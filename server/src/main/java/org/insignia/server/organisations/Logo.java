package org.insignia.server.organisations;

/** An organisation's logo as we drew it: a PNG, known by its hash. */
public final class Logo {
  private final String hash;
  private final byte[] png;

  /**
   * @param hash SHA-256 as 64 hex digits
   * @param png taken as it is, not copied
   */
  public Logo(String hash, byte[] png) {
    this.hash = hash;
    this.png = png;
  }

  public String hash() {
    return hash;
  }

  /** A copy of the picture. */
  public byte[] png() {
    return png.clone();
  }
}
