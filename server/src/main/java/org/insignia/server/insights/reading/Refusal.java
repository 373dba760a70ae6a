package org.insignia.server.insights.reading;

/**
 * An item that was not taken.
 *
 * @param item counted from 1 within the run
 * @param name what the item calls itself, as far as it could be read; may be empty
 * @param value what was wrong, cut short; may be empty
 */
public record Refusal(int item, String name, Fault fault, String value) {
  private static final int LONGEST = 120;

  public Refusal {
    name = visible(name);
    value = visible(value);
  }

  /** One short line in characters that a table and a page can hold. */
  private static String visible(String text) {
    var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return line.substring(0, end) + "…";
  }
}
