package org.insignia.server.results.feed;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;

/** The cells of one row, by what they mean. */
final class RowCells {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}(?:[.,]\\d{1,4})?");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3},\\d{3}");
  private static final Pattern MONTH = Pattern.compile("(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])");

  private final Layout layout;
  private final List<String> cells;
  private final Map<String, Optional<EmailAddress>> mailboxes;

  /**
   * @param mailboxes those read before, because most stand in several rows of a chunk
   */
  RowCells(Layout layout, List<String> cells, Map<String, Optional<EmailAddress>> mailboxes) {
    this.layout = layout;
    this.mailboxes = mailboxes;
    this.cells = cells;
  }

  int size() {
    return cells.size();
  }

  /** The column's name as this file spells it. */
  String name(Field field) {
    return layout.nameOf(field);
  }

  /** The cell's text in composed form, without blanks around it, also those that look like none. */
  String text(Field field) {
    var column = layout.columns().get(field);
    if (column == null || column >= cells.size()) {
      return "";
    }
    var text = cells.get(column);
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    var plain = text.substring(from, to);
    return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
        ? plain
        : Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || Character.isWhitespace(c)
        || c == '\u00a0'
        || c == '\u202f'
        || c == '\u200b'
        || c == '\ufeff';
  }

  String text(Field field, int longest) throws Unreadable {
    var text = text(field);
    if (text.length() > longest) {
      throw new Unreadable(name(field), Finding.of("too-long", longest));
    }
    return text;
  }

  String needed(Field field, int longest) throws Unreadable {
    var text = text(field, longest);
    if (text.isEmpty()) {
      throw new Unreadable(name(field), Finding.of("empty"));
    }
    return oneLine(field, text);
  }

  /** A person's name, kept as it is. */
  String name(Field field, int longest) throws Unreadable {
    return oneLine(field, text(field, longest));
  }

  private String oneLine(Field field, String text) throws Unreadable {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new Unreadable(name(field), Finding.of("line-break"));
    }
    return text;
  }

  @Nullable EmailAddress email() throws Unreadable {
    var text = text(Field.EMAIL);
    if (text.isEmpty()) {
      return null;
    }
    return mailboxes
        .computeIfAbsent(text, EmailAddress::parse)
        .orElseThrow(() -> new Unreadable(name(Field.EMAIL), Finding.of("no-mailbox", text)));
  }

  /** The tag in its usual spelling; nothing where it is no tag, for it decides nothing. */
  String language() {
    var tag = Locale.forLanguageTag(text(Field.ACCOUNT_LANGUAGE).replace('_', '-')).toLanguageTag();
    return tag.equals("und") || tag.length() > 35 ? "" : tag;
  }

  String birthMonth() throws Unreadable {
    var text = text(Field.BIRTH_MONTH);
    if (!text.isEmpty() && !MONTH.matcher(text).matches()) {
      throw new Unreadable(name(Field.BIRTH_MONTH), Finding.of("no-month", text));
    }
    return text;
  }

  boolean flag(Field field) throws Unreadable {
    return switch (text(field).toLowerCase(Locale.ROOT)) {
      case "", "false", "0", "no", "n" -> false;
      case "true", "1", "yes", "y" -> true;
      default -> throw new Unreadable(name(field), Finding.of("no-flag", text(field)));
    };
  }

  Grade grade(List<Finding> notes) throws Unreadable {
    var text = text(Field.GRADE);
    var grade =
        Grade.find(text)
            .orElseThrow(
                () -> new Unreadable(name(Field.GRADE), Finding.of("unknown-grade", text)));
    if (grade != Grade.NONE
        && !text.toLowerCase(Locale.ROOT).startsWith(grade == Grade.PASS ? "pass" : "fail")) {
      notes.add(Finding.of("grade-in-another-language", text));
    }
    return grade;
  }

  @Nullable BigDecimal number(Field field, List<Finding> notes) throws Unreadable {
    var text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    if (THOUSANDS.matcher(text).matches() || !NUMBER.matcher(text).matches()) {
      throw new Unreadable(name(field), Finding.of("no-number", text));
    }
    if (text.indexOf(',') >= 0) {
      notes.add(Finding.of("comma-decimals", text));
    }
    return new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
  }

  /** The ids, cut to what a report shows. */
  ParsedRow.Hint hint() {
    var result = text(layout.form() == Form.PEARSON_EXAMS ? Field.REGISTRATION : Field.RESULT);
    return new ParsedRow.Hint(
        shown(result), shown(text(Field.CANDIDATE)), shown(text(Field.EXAM_CODE)));
  }

  private static String shown(String text) {
    return Finding.of("", text.length() > 100 ? text.substring(0, 100) : text).args().getFirst();
  }
}
