package org.insignia.openbadges.rdf;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Literal;

/**
 * RDF 1.1 N-Quads; written in the canonical spelling.
 *
 * @see <a href="https://www.w3.org/TR/2024/REC-rdf-canon-20240521/#canonical-quads">RDFC-1.0</a>
 */
public final class NQuads {
  private NQuads() {}

  /**
   * Reads statements, one a line; comments and empty lines are skipped.
   *
   * @throws MalformedCredential naming the line
   */
  public static Dataset parse(String text) {
    List<Quad> quads = new ArrayList<>();
    int number = 0;
    for (String line : text.split("[\r\n]", -1)) {
      number++;
      var reader = new NQuadReader(line, number);
      Quad quad = reader.statement();
      if (quad != null) {
        quads.add(quad);
      }
    }
    return Dataset.of(quads);
  }

  /** One statement with its line feed. */
  public static String line(Quad quad) {
    String triple = text(quad.subject()) + ' ' + text(quad.predicate()) + ' ' + text(quad.object());
    return quad.graph() == null ? triple + " .\n" : triple + ' ' + text(quad.graph()) + " .\n";
  }

  /** One term as it stands in a line. */
  public static String text(Term term) {
    return switch (term) {
      case Iri iri -> '<' + iri.value() + '>';
      case BlankNode blank -> "_:" + blank.label();
      case Literal literal -> text(literal);
    };
  }

  private static String text(Literal literal) {
    String quoted = '"' + escaped(literal.lexical()) + '"';
    if (literal.language() != null) {
      return quoted + '@' + literal.language();
    }
    return literal.datatype().equals(Rdf.XSD_STRING)
        ? quoted
        : quoted + "^^<" + literal.datatype() + '>';
  }

  /** The inside of a literal, between its quotation marks. */
  public static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (needsEscape(text.charAt(i))) {
        var out = new StringBuilder(text.length() + 16);
        appendEscaped(out, text);
        return out.toString();
      }
    }
    return text;
  }

  private static boolean needsEscape(char c) {
    return c < ' ' || c == '"' || c == '\\' || c == 0x7F;
  }

  private static void appendEscaped(StringBuilder out, String text) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (needsEscape(c)) {
        out.append(text, done, i).append(escape(c));
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> "\\u%04X".formatted((int) c);
    };
  }
}
