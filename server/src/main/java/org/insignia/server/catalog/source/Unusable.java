package org.insignia.server.catalog.source;

import org.insignia.server.catalog.source.SourceProblem.Reason;

/** A row that cannot be taken; caught where rows are read, which goes on with the next one. */
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String detail;

  Unusable(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  Unusable(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
    this.detail = detail;
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
