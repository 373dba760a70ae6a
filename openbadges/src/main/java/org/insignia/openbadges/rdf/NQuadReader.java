package org.insignia.openbadges.rdf;

import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Literal;
import org.insignia.openbadges.rdf.Term.Resource;
import org.insignia.openbadges.rdf.context.Iris;
import org.jspecify.annotations.Nullable;

/** Reads one line of N-Quads. */
final class NQuadReader {
  private final String line;
  private final int number;
  private int at;

  NQuadReader(String line, int number) {
    this.line = line;
    this.number = number;
  }

  /** The statement, or null where the line is empty or a comment. */
  @Nullable Quad statement() {
    skipSpace();
    if (atEnd() || peek() == '#') {
      return null;
    }
    Resource subject = resource();
    skipSpace();
    Iri predicate = iri();
    skipSpace();
    Term object = peek() == '"' ? literal() : resource();
    skipSpace();
    Resource graph = peek() == '.' ? null : resource();
    skipSpace();
    expect('.');
    skipSpace();
    if (!atEnd() && peek() != '#') {
      throw wrong("text after the full stop");
    }
    return new Quad(subject, predicate, object, graph);
  }

  private Resource resource() {
    return peek() == '_' ? blankNode() : iri();
  }

  private Iri iri() {
    expect('<');
    var out = new StringBuilder();
    while (peek() != '>') {
      int c = peek() == '\\' ? unicodeEscape() : line.charAt(at++);
      if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) {
        throw wrong("a character that no IRI has");
      }
      out.appendCodePoint(c);
    }
    at++;
    String value = out.toString();
    if (!Iris.isAbsolute(value)) {
      throw wrong("an IRI without a scheme");
    }
    return new Iri(value);
  }

  private BlankNode blankNode() {
    expect('_');
    expect(':');
    int start = at;
    while (!atEnd() && isLabelPart(line.codePointAt(at), at == start)) {
      at += Character.charCount(line.codePointAt(at));
    }
    // A label may hold full stops but not end with one.
    while (at > start && line.charAt(at - 1) == '.') {
      at--;
    }
    if (at == start) {
      throw wrong("a blank node without a label");
    }
    return new BlankNode(line.substring(start, at));
  }

  private static boolean isLabelPart(int c, boolean first) {
    boolean start = c == '_' || c == ':' || (c >= '0' && c <= '9') || isLetter(c);
    return start || (!first && (c == '-' || c == '.' || c == 0xB7 || isCombining(c)));
  }

  private static boolean isLetter(int c) {
    return c < 0x80
        ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
        : (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
            || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
            || (c >= 0x200C && c <= 0x200D)
            || (c >= 0x2070 && c <= 0x218F)
            || (c >= 0x2C00 && c <= 0x2FEF)
            || (c >= 0x3001 && c <= 0xD7FF)
            || (c >= 0xF900 && c <= 0xFDCF)
            || (c >= 0xFDF0 && c <= 0xFFFD)
            || (c >= 0x10000 && c <= 0xEFFFF);
  }

  private static boolean isCombining(int c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040);
  }

  private Literal literal() {
    expect('"');
    var out = new StringBuilder();
    while (peek() != '"') {
      if (peek() == '\\') {
        out.appendCodePoint(escape());
      } else {
        out.append(line.charAt(at++));
      }
    }
    at++;
    if (!atEnd() && peek() == '@') {
      at++;
      return Literal.inLanguage(out.toString(), language());
    }
    if (line.startsWith("^^", at)) {
      at += 2;
      return Literal.of(out.toString(), iri().value());
    }
    return Literal.of(out.toString());
  }

  private String language() {
    int start = at;
    while (!atEnd() && (peek() == '-' || (peek() < 0x80 && Character.isLetterOrDigit(peek())))) {
      at++;
    }
    String tag = line.substring(start, at);
    if (!Iris.isLanguageTag(tag)) {
      throw wrong("not a language tag");
    }
    return tag;
  }

  private int escape() {
    int c = at + 1 < line.length() ? line.charAt(at + 1) : -1;
    int plain =
        switch (c) {
          case 't' -> '\t';
          case 'b' -> '\b';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 'f' -> '\f';
          case '"', '\'', '\\' -> c;
          default -> -1;
        };
    if (plain < 0) {
      return unicodeEscape();
    }
    at += 2;
    return plain;
  }

  private int unicodeEscape() {
    int c = at + 1 < line.length() ? line.charAt(at + 1) : -1;
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : -1;
    if (digits < 0 || at + 2 + digits > line.length()) {
      throw wrong("an unknown escape");
    }
    long value = 0;
    for (int i = at + 2; i < at + 2 + digits; i++) {
      int digit = line.charAt(i) < 0x80 ? Character.digit(line.charAt(i), 16) : -1;
      if (digit < 0) {
        throw wrong("an unknown escape");
      }
      value = value << 4 | digit;
    }
    if (value > Character.MAX_CODE_POINT || (value >= 0xD800 && value <= 0xDFFF)) {
      throw wrong("an escape that is no character");
    }
    at += 2 + digits;
    return (int) value;
  }

  private void skipSpace() {
    while (!atEnd() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean atEnd() {
    return at == line.length();
  }

  private char peek() {
    if (atEnd()) {
      throw wrong("the line ends too early");
    }
    return line.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong("'" + c + "' is expected");
    }
    at++;
  }

  private MalformedCredential wrong(String detail) {
    return new MalformedCredential("", detail + " (line " + number + ", character " + at + ")");
  }
}
