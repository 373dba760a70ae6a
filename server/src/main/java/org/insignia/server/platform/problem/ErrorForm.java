package org.insignia.server.platform.problem;

/** How errors are told at addresses whose programs read them in a form of their own. */
public interface ErrorForm {
  /** Whether this is one of those addresses. */
  boolean isOf(String path);

  /**
   * What the JSON of the answer is made of.
   *
   * @param detail what was wrong here, in English; may be empty
   * @param said the same, or what is usually wrong where the status is this
   */
  Object body(int status, String detail, String said);
}
