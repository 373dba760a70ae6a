package org.insignia.server.insights.syntax;

/**
 * The document cannot be read to its end, so nothing of it is used.
 *
 * <p>Its message is one line of English for whoever runs the server: where, and what was wrong.
 */
public class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  /** With what was wrong and where. */
  public Unreadable(String message) {
    super(oneLine(message));
  }

  private static String oneLine(String message) {
    var line = message.replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
