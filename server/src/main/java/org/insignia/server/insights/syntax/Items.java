package org.insignia.server.insights.syntax;

/** Receives the items of a document one by one. */
@FunctionalInterface
public interface Items {
  /**
   * An item.
   *
   * @param holder the name of the part of the document it stands in, for example of the board where
   *     one document holds several; may be empty
   */
  void item(Value item, String holder) throws Unreadable;
}
