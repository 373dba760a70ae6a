package org.insignia.server.api.vcapi.web;

/** A body that is no JSON object, or too large. */
final class UnreadableRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRequest(String why) {
    super(why, null, false, false);
  }
}
