package org.insignia.server.platform.paper.drawing;

/** What a tag consists of: smaller parts, what is drawn, what can be used. */
public sealed interface Kid permits Tag, Kid.Content, Kid.Usable {
  /**
   * The marks of a page that bear this number.
   *
   * @param page from 0
   */
  record Content(int page, int number) implements Kid {}

  /** A link or a field: the object of that number, on a page. */
  record Usable(int page, int object) implements Kid {}
}
