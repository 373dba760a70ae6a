package org.insignia.server.catalog.svg;

/** Ends the reading of a drawing that is not taken. */
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SvgPicture.Refused refused;

  Unusable(SvgPicture.Why why, String what) {
    super(why + " " + what, null, false, false);
    this.refused = new SvgPicture.Refused(why, what);
  }

  SvgPicture.Refused refused() {
    return refused;
  }
}
