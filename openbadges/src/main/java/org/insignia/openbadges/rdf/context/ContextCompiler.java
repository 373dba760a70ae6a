package org.insignia.openbadges.rdf.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.context.ActiveContext.Draft;
import org.jspecify.annotations.Nullable;

/**
 * The context processing algorithm, without what no credential context uses: {@code @base}, {@code
 * @import}, {@code @reverse}, {@code @nest}, {@code @index} and the containers of maps other than
 * languages. A context that uses one of these is refused, not misread.
 *
 * @see <a href="https://www.w3.org/TR/2020/REC-json-ld11-api-20200716/#context-processing-algorithm">
 *     JSON-LD 1.1 API</a>
 */
public final class ContextCompiler {
  private static final int DEEPEST_REFERENCE = 8;
  private static final int MOST_CONTEXTS = 32;

  /** Who brings a context. */
  public enum Scope {
    /** The document, or another context. */
    EMBEDDED,
    /** A property's term: it may redefine protected terms. */
    PROPERTY,
    /** A type's term: it holds for the node itself, not for the nodes in it. */
    TYPE
  }

  private final Function<String, JsonValue> library;

  /** URLs being read, to notice a context that names itself. */
  private final Deque<String> reading = new ArrayDeque<>();

  /**
   * @param library the context that a URL names; throws where it knows none
   */
  public ContextCompiler(Function<String, JsonValue> library) {
    this.library = library;
  }

  /**
   * What a local context makes of the active one.
   *
   * @throws MalformedCredential where the context is wrong or uses what is not supported
   */
  public ActiveContext compile(ActiveContext active, JsonValue local, Scope scope) {
    Draft result = new Draft(active);
    if (!propagates(local, scope) && result.previous == null) {
      result.previous = active;
    }
    List<JsonValue> parts = local instanceof JsonArray array ? array.elements() : List.of(local);
    if (parts.size() > MOST_CONTEXTS) {
      throw new MalformedCredential("/@context", parts.size() + " contexts");
    }
    for (JsonValue part : parts) {
      result = apply(result, part, scope);
    }
    return result.finish();
  }

  private static boolean propagates(JsonValue local, Scope scope) {
    if (local instanceof JsonObject object && object.get("@propagate") instanceof JsonBoolean b) {
      return b.value();
    }
    return scope != Scope.TYPE;
  }

  private Draft apply(Draft draft, JsonValue part, Scope scope) {
    return switch (part) {
      case JsonNull nothing -> reset(draft, scope);
      case JsonString url -> new Draft(compileReference(draft.finish(), url.value()));
      case JsonObject definitions -> {
        define(draft, definitions, scope);
        yield draft;
      }
      default -> throw new MalformedCredential("/@context", "neither a URL nor an object");
    };
  }

  private static Draft reset(Draft draft, Scope scope) {
    if (scope != Scope.PROPERTY && draft.hasProtected()) {
      throw new MalformedCredential("/@context", "null would undo protected terms");
    }
    var fresh = new Draft();
    if (scope == Scope.TYPE) {
      fresh.previous = draft.finish();
    }
    return fresh;
  }

  private ActiveContext compileReference(ActiveContext active, String url) {
    if (reading.contains(url) || reading.size() > DEEPEST_REFERENCE) {
      throw new MalformedCredential("/@context", "contexts that name each other: " + url);
    }
    JsonValue definition = library.apply(url);
    reading.push(url);
    ActiveContext result = compile(active, definition, Scope.EMBEDDED);
    reading.pop();
    return result;
  }

  private void define(Draft draft, JsonObject definitions, Scope scope) {
    for (Map.Entry<String, JsonValue> entry : definitions.members().entrySet()) {
      if (entry.getKey().startsWith("@")) {
        setting(draft, entry.getKey(), entry.getValue());
      }
    }
    var terms = new TermCompiler(draft, definitions, scope);
    for (String name : definitions.members().keySet()) {
      if (!isSetting(name)) {
        terms.define(name);
      }
    }
  }

  private static boolean isSetting(String name) {
    return switch (name) {
      case "@version", "@protected", "@propagate", "@vocab", "@language" -> true;
      case "@base", "@import", "@direction" -> true;
      default -> false;
    };
  }

  private void setting(Draft draft, String name, JsonValue value) {
    switch (name) {
      case "@version" -> {
        if (!(value instanceof JsonNumber number) || number.doubleValue() != 1.1) {
          throw new MalformedCredential("/@context/@version", "not 1.1");
        }
      }
      case "@protected", "@propagate" -> {
        if (!(value instanceof JsonBoolean)) {
          throw new MalformedCredential("/@context/" + name, "not a boolean");
        }
      }
      case "@vocab" -> draft.vocabulary = vocabulary(draft, value);
      case "@language" -> draft.language = TermCompiler.language(value);
      case "@base", "@import", "@direction" ->
          throw new MalformedCredential("/@context/" + name, "not supported");
      default -> {
        // A term with the form of a keyword: TermCompiler decides.
      }
    }
  }

  private static @Nullable String vocabulary(Draft draft, JsonValue value) {
    if (value instanceof JsonNull) {
      return null;
    }
    String text = value instanceof JsonString s ? s.value() : "@";
    String iri =
        new TermCompiler(draft, new JsonObject(new LinkedHashMap<>()), Scope.EMBEDDED).expand(text);
    if (iri == null || !Iris.isAbsolute(iri)) {
      throw new MalformedCredential("/@context/@vocab", "not an absolute IRI");
    }
    return iri;
  }
}
