package org.insignia.openbadges.rdf.context;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.context.ActiveContext.Draft;
import org.insignia.openbadges.rdf.context.TermDefinition.Container;
import org.jspecify.annotations.Nullable;

/**
 * Creates the term definitions of one context object.
 *
 * @see <a href="https://www.w3.org/TR/2020/REC-json-ld11-api-20200716/#create-term-definition">
 *     JSON-LD 1.1 API</a>
 */
final class TermCompiler {
  private static final Set<String> KEYWORDS =
      Set.of(
          "@base",
          "@container",
          "@context",
          "@default",
          "@direction",
          "@embed",
          "@explicit",
          "@graph",
          "@id",
          "@import",
          "@included",
          "@index",
          "@json",
          "@language",
          "@list",
          "@nest",
          "@none",
          "@null",
          "@omitDefault",
          "@prefix",
          "@preserve",
          "@propagate",
          "@protected",
          "@requireAll",
          "@reverse",
          "@set",
          "@type",
          "@value",
          "@version",
          "@vocab");

  private static final Set<String> ENTRIES =
      Set.of("@id", "@type", "@container", "@context", "@language", "@prefix", "@protected");

  private final Draft draft;
  private final JsonObject definitions;
  private final ContextCompiler.Scope scope;
  private final boolean protectAll;

  /** False while a definition is being made, which finds cycles; true when done. */
  private final Map<String, Boolean> defined = new HashMap<>();

  TermCompiler(Draft draft, JsonObject definitions, ContextCompiler.Scope scope) {
    this.draft = draft;
    this.definitions = definitions;
    this.scope = scope;
    this.protectAll = definitions.get("@protected") instanceof JsonBoolean b && b.value();
  }

  void define(String term) {
    Boolean state = defined.get(term);
    if (state != null) {
      if (!state) {
        throw wrong(term, "defined by itself");
      }
      return;
    }
    if (term.isEmpty() || KEYWORDS.contains(term)) {
      throw wrong(term, "a keyword cannot be redefined");
    }
    if (Iris.hasKeywordForm(term)) {
      return;
    }
    defined.put(term, false);
    TermDefinition previous = draft.terms.remove(term);
    TermDefinition definition = definition(term, definitions.get(term));
    if (definition != null) {
      draft.terms.put(term, withProtection(term, definition, previous));
    }
    defined.put(term, true);
  }

  private TermDefinition withProtection(
      String term, TermDefinition definition, @Nullable TermDefinition previous) {
    if (previous == null || !previous.isProtected() || scope == ContextCompiler.Scope.PROPERTY) {
      return definition;
    }
    if (!definition.says(previous)) {
      throw wrong(term, "a protected term cannot be redefined");
    }
    return previous;
  }

  private @Nullable TermDefinition definition(String term, @Nullable JsonValue value) {
    JsonObject entries =
        switch (value) {
          case JsonObject object -> object;
          case JsonString string -> (JsonObject) JsonValue.from(Map.of("@id", string));
          case JsonNull nothing -> (JsonObject) JsonValue.from(Map.of("@id", nothing));
          case null, default -> throw wrong(term, "neither a string nor an object");
        };
    for (String entry : entries.members().keySet()) {
      if (!ENTRIES.contains(entry)) {
        throw wrong(term, "unsupported entry " + entry);
      }
    }
    if (entries.string("@id") instanceof String id && isUnknownKeyword(id)) {
      return null;
    }
    String iri = iri(term, entries);
    boolean simple = !(value instanceof JsonObject);
    var shape =
        new TermDefinition.Shape(
            type(term, entries),
            container(term, entries),
            entries.members().containsKey("@language")
                ? language(entries.get("@language"))
                : TermDefinition.UNSAID,
            entries.get("@context"),
            prefix(term, entries, simple, iri),
            entries.get("@protected") instanceof JsonBoolean b ? b.value() : protectAll);
    return new TermDefinition(iri, shape);
  }

  private static boolean isUnknownKeyword(String id) {
    return Iris.hasKeywordForm(id) && !KEYWORDS.contains(id);
  }

  private @Nullable String iri(String term, JsonObject entries) {
    JsonValue id = entries.get("@id");
    if (id instanceof JsonNull) {
      return null;
    }
    if (id != null && !(id instanceof JsonString s && s.value().equals(term))) {
      String text = id instanceof JsonString s ? s.value() : "@";
      return asWritten(term, checked(term, expand(text)));
    }
    int colon = term.indexOf(':', 1);
    if (colon > 0) {
      String prefix = term.substring(0, colon);
      if (definitions.get(prefix) != null) {
        define(prefix);
      }
      TermDefinition definition = draft.terms.get(prefix);
      return checked(
          term,
          definition != null && definition.iri() != null
              ? definition.iri() + term.substring(colon + 1)
              : term);
    }
    if (draft.vocabulary != null) {
      return draft.vocabulary + term;
    }
    throw wrong(term, "mapped to no IRI");
  }

  /** A term that looks like an IRI of its own must stand for that one. */
  private String asWritten(String term, String iri) {
    boolean compact = term.indexOf(':', 1) > 0 && !term.endsWith(":");
    if (compact || term.indexOf('/') >= 0) {
      defined.put(term, true);
      if (!iri.equals(expand(term))) {
        throw wrong(term, "looks like another IRI than " + iri);
      }
    }
    return iri;
  }

  private static String checked(String term, @Nullable String iri) {
    if (iri == null || !(Iris.isAbsolute(iri) || iri.equals("@id") || iri.equals("@type"))) {
      throw wrong(term, "neither an absolute IRI nor @id or @type: " + iri);
    }
    return iri;
  }

  private boolean prefix(String term, JsonObject entries, boolean simple, @Nullable String iri) {
    if (entries.get("@prefix") instanceof JsonBoolean b) {
      return b.value();
    }
    boolean plain = term.indexOf(':') < 0 && term.indexOf('/') < 0;
    return simple
        && plain
        && iri != null
        && !iri.isEmpty()
        && ":/?#[]@".indexOf(iri.charAt(iri.length() - 1)) >= 0;
  }

  private @Nullable String type(String term, JsonObject entries) {
    JsonValue type = entries.get("@type");
    if (type == null) {
      return null;
    }
    String iri = type instanceof JsonString s ? expand(s.value()) : null;
    boolean keyword = iri != null && Set.of("@id", "@vocab", "@json", "@none").contains(iri);
    if (iri == null || !(keyword || Iris.isAbsolute(iri))) {
      throw wrong(term, "@type is no absolute IRI");
    }
    return iri;
  }

  private static Container container(String term, JsonObject entries) {
    JsonValue value = entries.get("@container");
    List<JsonValue> names =
        switch (value) {
          case null -> List.of();
          case JsonArray array -> array.elements();
          case JsonValue single -> List.of(single);
        };
    var container = Container.NONE;
    for (JsonValue name : names) {
      String text = name instanceof JsonString s ? s.value() : "";
      if (text.equals("@list") && names.size() > 1) {
        throw wrong(term, "a list is nothing else");
      }
      container =
          switch (text) {
            // @set beside another one changes nothing in the statements.
            case "@set" -> container == Container.NONE ? Container.SET : container;
            case "@list" -> Container.LIST;
            case "@graph" -> Container.GRAPH;
            case "@language" -> Container.LANGUAGE;
            default -> throw wrong(term, "unsupported container " + text);
          };
    }
    return container;
  }

  static @Nullable String language(@Nullable JsonValue value) {
    if (value instanceof JsonNull) {
      return null;
    }
    if (value instanceof JsonString s && Iris.isLanguageTag(s.value())) {
      return s.value().toLowerCase(Locale.ROOT);
    }
    throw new MalformedCredential("/@context", "@language is no language tag");
  }

  /** IRI expansion against the vocabulary, defining on the way what the value depends on. */
  @Nullable String expand(String value) {
    if (KEYWORDS.contains(value)) {
      return value;
    }
    if (Iris.hasKeywordForm(value)) {
      return null;
    }
    if (definitions.get(value) != null) {
      define(value);
    }
    TermDefinition definition = draft.terms.get(value);
    if (definition != null) {
      return definition.iri();
    }
    int colon = value.indexOf(':', 1);
    if (colon > 0) {
      return expandCompact(value, colon);
    }
    return draft.vocabulary == null ? value : draft.vocabulary + value;
  }

  private String expandCompact(String value, int colon) {
    String prefix = value.substring(0, colon);
    if (prefix.equals("_") || value.startsWith("//", colon + 1)) {
      return value;
    }
    if (definitions.get(prefix) != null) {
      define(prefix);
    }
    TermDefinition definition = draft.terms.get(prefix);
    return definition != null && definition.iri() != null && definition.isPrefix()
        ? definition.iri() + value.substring(colon + 1)
        : value;
  }

  private static MalformedCredential wrong(String term, String detail) {
    return new MalformedCredential("/@context/" + JsonPointer.escape(term), detail);
  }
}
