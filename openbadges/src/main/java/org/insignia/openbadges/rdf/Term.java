package org.insignia.openbadges.rdf;

import org.jspecify.annotations.Nullable;

/** An RDF term. */
public sealed interface Term {
  /** What can be a subject or a graph name. */
  sealed interface Resource extends Term {}

  /** An absolute IRI, without its angle brackets. */
  record Iri(String value) implements Resource {}

  /** A blank node; the label is without {@code _:} and means nothing outside its dataset. */
  record BlankNode(String label) implements Resource {}

  /** A literal; {@code datatype} is {@code rdf:langString} exactly where there is a language. */
  record Literal(String lexical, String datatype, @Nullable String language) implements Term {
    /** A literal of a datatype. */
    public static Literal of(String lexical, String datatype) {
      return new Literal(lexical, datatype, null);
    }

    /** A plain string. */
    public static Literal of(String lexical) {
      return new Literal(lexical, Rdf.XSD_STRING, null);
    }

    /** A text in a language. */
    public static Literal inLanguage(String lexical, String language) {
      return new Literal(lexical, Rdf.LANG_STRING, language);
    }
  }
}
