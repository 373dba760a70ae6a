package org.insignia.openbadges.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insignia.openbadges.json.EcmaNumber;
import org.insignia.openbadges.json.Jcs;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.rdf.Contexts.Strictness;
import org.insignia.openbadges.rdf.Term.Literal;
import org.insignia.openbadges.rdf.context.ActiveContext;
import org.insignia.openbadges.rdf.context.Iris;
import org.insignia.openbadges.rdf.context.TermDefinition;
import org.insignia.openbadges.rdf.context.TermDefinition.Coercion;
import org.jspecify.annotations.Nullable;

/** Turns values into terms: strings, numbers and booleans, with the type that their term says. */
final class LiteralReader {
  private final boolean open;
  private final References references;
  private final Place place;
  private final Observer observer;

  LiteralReader(Contexts contexts, References references, Place place, Observer observer) {
    this.observer = observer;
    this.open = contexts.strictness() == Strictness.OPEN;
    this.references = references;
    this.place = place;
  }

  static boolean isValueObject(JsonObject object) {
    return object.members().containsKey("@value");
  }

  static Literal json(JsonValue value) {
    return Literal.of(Jcs.text(value), Rdf.JSON);
  }

  /** The term that a string, number or boolean stands for (value expansion). */
  Term scalar(TermDefinition term, JsonValue value, ActiveContext context) {
    if (value instanceof JsonString string) {
      Coercion coercion = term.coercion();
      if (coercion == Coercion.ID) {
        observer.name(place, context);
        return references.reference(string.value(), context);
      }
      if (coercion == Coercion.VOCABULARY) {
        return references.vocabulary(string.value(), context);
      }
      observer.text(place);
    }
    String datatype = term.datatype();
    return datatype == null && value instanceof JsonString string
        ? text(string.value(), language(term, context))
        : typed(value, datatype);
  }

  private static @Nullable String language(TermDefinition term, ActiveContext context) {
    String language = term.language();
    if (!TermDefinition.UNSAID.equals(language)) {
      return language;
    }
    return term.coercion() == Coercion.NONE ? context.language() : null;
  }

  private static Literal text(String text, @Nullable String language) {
    return language == null ? Literal.of(text) : Literal.inLanguage(text, language);
  }

  private Literal typed(JsonValue value, @Nullable String datatype) {
    return switch (value) {
      case JsonString s -> Literal.of(s.value(), datatype == null ? Rdf.XSD_STRING : datatype);
      case JsonBoolean b ->
          Literal.of(Boolean.toString(b.value()), datatype == null ? Rdf.XSD_BOOLEAN : datatype);
      case JsonNumber n -> number(n, datatype);
      default -> throw place.wrong("not a string, number or boolean");
    };
  }

  private Literal number(JsonNumber number, @Nullable String datatype) {
    double value = number.doubleValue();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e21;
    if (whole && !isExactly(number.literal(), value)) {
      // Another reader would sign or show another number than the one that is written.
      throw place.wrong("a number with more digits than a double holds: " + number.literal());
    }
    if (whole && !Rdf.XSD_DOUBLE.equals(datatype)) {
      String digits =
          Math.abs(value) < 1e15
              ? Long.toString((long) value)
              : new BigDecimal(value).toBigInteger().toString();
      return Literal.of(digits, datatype == null ? Rdf.XSD_INTEGER : datatype);
    }
    return Literal.of(canonicalDouble(value), datatype == null ? Rdf.XSD_DOUBLE : datatype);
  }

  private static boolean isExactly(String literal, double value) {
    if (value == 0) {
      // Tiny numbers read as zero too, and some have exponents that no BigDecimal holds.
      return literal
          .chars()
          .takeWhile(c -> c != 'e' && c != 'E')
          .noneMatch(c -> c >= '1' && c <= '9');
    }
    var written = new BigDecimal(literal);
    return written.compareTo(new BigDecimal(value)) == 0
        || written.compareTo(new BigDecimal(EcmaNumber.text(value))) == 0;
  }

  /** {@code 5.3E0}: at most 15 digits after the point, at least one (JSON-LD API, 8.6). */
  static String canonicalDouble(double value) {
    String text = String.format(Locale.ROOT, "%.15E", new BigDecimal(value));
    int e = text.indexOf('E');
    int end = e;
    while (text.charAt(end - 1) == '0' && text.charAt(end - 2) != '.') {
      end--;
    }
    return text.substring(0, end) + "E" + Integer.parseInt(text.substring(e + 1));
  }

  /** The literal of {@code {"@value": …}}. */
  Term valueObject(TermDefinition term, JsonObject object, ActiveContext context) {
    for (String key : object.members().keySet()) {
      boolean known = key.equals("@value") || key.equals("@language") || key.equals("@type");
      if (!known && !(open && key.equals("@direction"))) {
        // A direction has no place in a statement, so no signature would cover it.
        place.enter(key);
        throw place.wrong("has no place beside @value");
      }
    }
    JsonValue value = object.get("@value");
    JsonValue language = object.get("@language");
    JsonValue type = object.get("@type");
    if (language != null) {
      if (type != null || !(value instanceof JsonString text)) {
        throw place.wrong("only a string without a type has a language");
      }
      return Literal.inLanguage(text.value(), languageTag(language));
    }
    if (value == null || value instanceof JsonObject || value instanceof JsonArray) {
      return structured(value, type);
    }
    if (type == null) {
      if (!open && term.coercion() == Coercion.NONE) {
        throw place.wrong("a value in braces that says no more than the value alone");
      }
      return typed(value, null);
    }
    return type instanceof JsonString name && name.value().equals("@json")
        ? json(value)
        : typed(value, references.type(type, context, true).value());
  }

  private Term structured(@Nullable JsonValue value, @Nullable JsonValue type) {
    if (value == null || !(type instanceof JsonString s && s.value().equals("@json"))) {
      throw place.wrong("@value is neither a string nor a number nor a boolean");
    }
    return json(value);
  }

  private String languageTag(JsonValue value) {
    if (value instanceof JsonString tag && Iris.isLanguageTag(tag.value())) {
      // Tags mean the same in any case; lower case is what most implementations sign.
      return tag.value().toLowerCase(Locale.ROOT);
    }
    throw place.wrong("@language is no language tag");
  }

  /** The texts of a map from languages to one or more strings. */
  List<Literal> languageMap(JsonObject map) {
    List<Literal> texts = new ArrayList<>();
    for (Map.Entry<String, JsonValue> entry : map.members().entrySet()) {
      place.enter(entry.getKey());
      String language =
          entry.getKey().equals("@none") ? null : languageTag(JsonValue.of(entry.getKey()));
      for (JsonValue value : map.list(entry.getKey())) {
        if (!(value instanceof JsonString text)) {
          throw place.wrong("not a string");
        }
        texts.add(text(text.value(), language));
      }
      place.leave();
    }
    return texts;
  }
}
