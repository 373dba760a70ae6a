package org.insignia.openbadges.rdf;

import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.context.ActiveContext;
import org.insignia.openbadges.rdf.context.Iris;
import org.insignia.openbadges.rdf.context.TermDefinition;
import org.insignia.openbadges.rdf.context.TermDefinition.Container;
import org.insignia.openbadges.rdf.context.TermDefinition.Shape;
import org.jspecify.annotations.Nullable;

/** Turns names into absolute IRIs, or says why that would lose something. */
final class References {
  private static final TermDefinition ID = keyword("@id");
  private static final TermDefinition TYPE = keyword("@type");

  private final Place place;

  References(Place place) {
    this.place = place;
  }

  private static TermDefinition keyword(String name) {
    return new TermDefinition(name, plain());
  }

  private static Shape plain() {
    return new Shape(null, Container.NONE, TermDefinition.UNSAID, null, false, false);
  }

  /** The IRI of an identifier. */
  Iri identifier(JsonValue value, ActiveContext context) {
    if (!(value instanceof JsonString string)) {
      throw place.wrong("an identifier is one string");
    }
    return reference(string.value(), context);
  }

  /** The IRI that a string names, which must be absolute: there is no base to resolve it with. */
  Iri reference(String value, ActiveContext context) {
    String iri = context.hasPrefixes() ? withoutPrefix(value, context) : value;
    return absolute(iri, value);
  }

  /** Whether a string names the IRI that it spells. */
  static boolean isIri(String value, ActiveContext context) {
    return (!context.hasPrefixes() || withoutPrefix(value, context).equals(value))
        && Iris.isAbsolute(value);
  }

  /** The IRI that a string names where terms count too. */
  Iri vocabulary(String value, ActiveContext context) {
    TermDefinition term = context.term(value);
    if (term != null) {
      String iri = term.iri();
      if (iri == null || term.isKeyword()) {
        throw place.wrong("not an absolute IRI: " + shortened(value));
      }
      return new Iri(iri);
    }
    String iri = withoutPrefix(value, context);
    if (context.vocabulary() != null && value.indexOf(':') < 0 && !value.startsWith("@")) {
      iri = context.vocabulary() + value;
    }
    return absolute(iri, value);
  }

  Iri type(JsonValue value, ActiveContext context, boolean open) {
    if (!(value instanceof JsonString string)) {
      throw place.wrong("a type is a string");
    }
    Iri type = vocabulary(string.value(), context);
    boolean spelledOut = context.term(string.value()) == null;
    if (spelledOut
        && !open
        && type.value().equals(string.value())
        && context.defines(type.value())) {
      throw place.wrong("a type of the contexts, not written by its name");
    }
    return type;
  }

  /** What a key stands for that is no term. */
  TermDefinition undefinedKey(String key, ActiveContext context, boolean open) {
    if (key.equals("@id") || key.equals("@type")) {
      TermDefinition keyword = key.equals("@id") ? ID : TYPE;
      if (!open && context.defines(key)) {
        throw place.wrong("written " + key + ", which the contexts call otherwise");
      }
      return keyword;
    }
    if (key.startsWith("@")) {
      throw place.wrong("a keyword that has no place here, or none at all");
    }
    String iri = withoutPrefix(key, context);
    boolean byPrefix = !iri.equals(key);
    if (!byPrefix && context.vocabulary() != null && key.indexOf(':') < 0) {
      iri = context.vocabulary() + key;
    } else if (!byPrefix && (!open || key.indexOf(':') < 0)) {
      throw place.wrong("defined in none of the contexts, so no signature would cover it");
    }
    if (!open && context.defines(iri)) {
      throw place.wrong("a term of the contexts, not written by its name");
    }
    return new TermDefinition(absolute(iri, key).value(), plain());
  }

  Iri predicate(TermDefinition term) {
    String iri = term.iri();
    if (iri == null || term.isKeyword()) {
      throw place.wrong("a keyword, not a property");
    }
    return new Iri(iri);
  }

  private static String withoutPrefix(String value, ActiveContext context) {
    int colon = value.indexOf(':', 1);
    if (colon < 1 || value.startsWith("//", colon + 1)) {
      return value;
    }
    TermDefinition prefix = context.term(value.substring(0, colon));
    return prefix != null && prefix.isPrefix() && prefix.iri() != null
        ? prefix.iri() + value.substring(colon + 1)
        : value;
  }

  private Iri absolute(@Nullable String iri, String written) {
    if (iri == null || !Iris.isAbsolute(iri)) {
      throw place.wrong("not an absolute IRI: " + shortened(written));
    }
    return new Iri(iri);
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
