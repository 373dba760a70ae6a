package org.insignia.openbadges.schema;

/** A schema holds something that is not understood here, so that nothing can be said by it. */
public final class UnknownRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownRule(String what) {
    super(what, null, false, false);
  }
}
