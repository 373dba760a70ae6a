package org.insignia.server.insights.syntax;

/**
 * One item is larger than an item may be: it is refused by itself, where the document can be read
 * on behind it.
 */
final class Oversized extends Unreadable {
  private static final long serialVersionUID = 1L;

  Oversized(String message) {
    super(message);
  }
}
