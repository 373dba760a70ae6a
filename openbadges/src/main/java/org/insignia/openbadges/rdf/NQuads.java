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
    var out = new StringBuilder(160);
    append(out, quad.subject());
    append(out.append(' '), quad.predicate());
    append(out.append(' '), quad.object());
    if (quad.graph() != null) {
      append(out.append(' '), quad.graph());
    }
    return out.append(" .\n").toString();
  }

  /** One term as it stands in a line. */
  public static String text(Term term) {
    var out = new StringBuilder();
    append(out, term);
    return out.toString();
  }

  static void append(StringBuilder out, Term term) {
    switch (term) {
      case Iri iri -> out.append('<').append(iri.value()).append('>');
      case BlankNode blank -> out.append("_:").append(blank.label());
      case Literal literal -> append(out, literal);
    }
  }

  private static void append(StringBuilder out, Literal literal) {
    out.append('"');
    appendEscaped(out, literal.lexical());
    out.append('"');
    if (literal.language() != null) {
      out.append('@').append(literal.language());
    } else if (!literal.datatype().equals(Rdf.XSD_STRING)) {
      out.append("^^<").append(literal.datatype()).append('>');
    }
  }

  /** Appends the inside of a literal, between its quotation marks. */
  public static void appendEscaped(StringBuilder out, String text) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == 0x7F) {
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
