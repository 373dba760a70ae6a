package org.insignia.server.catalog.design;

/**
 * One look of a badge: everything that {@code DesignDrawing} needs, and nothing else. Two equal
 * designs draw the same picture, byte for byte.
 *
 * @param outline the outer form
 * @param ring how the border is worked
 * @param metal the border's material
 * @param enamel the colour of the field; text on it is dark or light, whichever reads better
 * @param icon the emblem above the title
 * @param legend text along the upper rim, as a rule the issuer's name; may be empty
 * @param title what the badge is for; any length and script, wraps and shrinks; a line feed breaks
 *     the line
 * @param level a short line below the title, as "Intermediate"; may be empty
 * @param ribbon text on the ribbon, as "Expert"; where empty there is no ribbon
 * @param stars 0 to 5 small stars below the title
 */
public record Design(
    Outline outline,
    Ring ring,
    Metal metal,
    Colour enamel,
    Icon icon,
    String legend,
    String title,
    String level,
    String ribbon,
    int stars)
    implements BadgeLook {

  /** Longest text of one member, in UTF-16 units. */
  public static final int LONGEST_TEXT = 300;

  public Design {
    legend = checked("legend", legend);
    title = checked("title", title);
    level = checked("level", level);
    ribbon = checked("ribbon", ribbon);
    if (title.isEmpty()) {
      throw new IllegalArgumentException("a design has a title");
    }
    if (stars < 0 || stars > 5) {
      throw new IllegalArgumentException("stars outside 0 to 5: " + stars);
    }
  }

  private static String checked(String member, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          member + " longer than " + LONGEST_TEXT + ": " + text.length());
    }
    return text.strip();
  }
}
