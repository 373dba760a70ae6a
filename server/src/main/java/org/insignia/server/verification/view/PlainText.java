package org.insignia.server.verification.view;

/** Makes the text of a stranger fit to stand in a page: one line, bounded, nothing that steers. */
final class PlainText {
  private static final int LONGEST = 400;
  private static final int MOST_MARKS = 4;

  private PlainText() {}

  /**
   * Leaves out control, format and direction characters and any heap of combining marks; cuts after
   * {@value #LONGEST} characters.
   */
  static String of(String text) {
    var plain = new StringBuilder();
    int marks = 0;
    int length = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      int type = Character.getType(c);
      marks =
          type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? marks + 1 : 0;
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
          plain.append(' ');
          length++;
        }
      } else if (isText(c, type) && marks <= MOST_MARKS) {
        plain.appendCodePoint(c);
        length++;
      }
      if (length == LONGEST) {
        return plain.append('…').toString();
      }
    }
    return plain.toString().strip();
  }

  /** Joiners are needed within words and emoji; other format characters only mislead. */
  private static boolean isText(int c, int type) {
    boolean joiner = c == 0x200C || c == 0x200D;
    return joiner
        || type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.PRIVATE_USE
            && type != Character.UNASSIGNED;
  }
}
