package org.insignia.openbadges.verify;

import org.insignia.openbadges.report.Reason;

/** Ends looking up a status without knowing it. */
final class StatusUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  StatusUnknown(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
