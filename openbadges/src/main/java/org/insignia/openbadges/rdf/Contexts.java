package org.insignia.openbadges.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.context.ActiveContext;
import org.insignia.openbadges.rdf.context.ContextCompiler;
import org.insignia.openbadges.rdf.context.TermDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The JSON-LD contexts that documents may name: a closed set, read from this library, never
 * fetched. A document that names another one, or brings one along, is refused.
 */
public final class Contexts {
  /** How far a document may go beyond naming contexts. */
  enum Strictness {
    /** Contexts by URL only, terms only by their names. */
    CLOSED,
    /** Also contexts inside the document and keywords as keys, as the public test suites use. */
    OPEN
  }

  private static final int MOST_COMPILED = 2_000;
  private static final Contexts BUNDLED = new Contexts(load("contexts/"), Strictness.CLOSED);
  private static final Contexts CONFORMANCE = new Contexts(withExamples(), Strictness.OPEN);

  private final Map<String, Bytes> documents;
  private final Strictness strictness;

  /** Replaced as a whole when full: whoever sends documents must not fill our memory. */
  private volatile Compiled compiled = new Compiled();

  private static final class Compiled {
    final ActiveContext empty = ActiveContext.empty();
    final AtomicInteger room = new AtomicInteger(MOST_COMPILED);
  }

  private Contexts(Map<String, Bytes> documents, Strictness strictness) {
    this.documents = Collections.unmodifiableMap(documents);
    this.strictness = strictness;
  }

  /** The contexts of credentials, badges, proofs and keys. */
  public static Contexts bundled() {
    return BUNDLED;
  }

  /**
   * For public test suites only: also the example vocabulary, which maps every unknown term to
   * something, and contexts inside the document.
   */
  public static Contexts conformance() {
    return CONFORMANCE;
  }

  /** The URLs that a document may name. */
  public Set<String> urls() {
    return documents.keySet();
  }

  /** The exact bytes published under this URL, or null where the URL is not one of ours. */
  public @Nullable Bytes document(String url) {
    return documents.get(url);
  }

  Strictness strictness() {
    return strictness;
  }

  /** The context inside the document of this URL. */
  private JsonValue definition(String url) {
    Bytes document = documents.get(url);
    if (document == null) {
      throw new MalformedCredential("/@context", "unknown context: " + abbreviated(url));
    }
    JsonValue context = Json.parse(document) instanceof JsonObject o ? o.get("@context") : null;
    if (context == null) {
      throw new IllegalStateException("no @context in the bundled " + url);
    }
    return context;
  }

  /** The context in force before a document says anything. */
  ActiveContext empty() {
    return current().empty;
  }

  /** What {@code local} makes of {@code active}, compiled at most once while there is room. */
  ActiveContext derive(ActiveContext active, JsonValue local, ContextCompiler.Scope scope) {
    return active.derive(
        new Step(local, scope),
        current().room,
        () -> new ContextCompiler(this::definition).compile(active, local, scope));
  }

  /** As {@link #derive}, for the context that a term brings. */
  ActiveContext derive(
      ActiveContext active, TermDefinition term, JsonValue scoped, ContextCompiler.Scope scope) {
    return active.derive(
        new TermStep(term, scope),
        current().room,
        () -> new ContextCompiler(this::definition).compile(active, scoped, scope));
  }

  private record Step(JsonValue local, ContextCompiler.Scope scope) {}

  private record TermStep(TermDefinition term, ContextCompiler.Scope scope) {}

  private Compiled current() {
    Compiled now = compiled;
    if (now.room.get() <= 0) {
      now = new Compiled();
      compiled = now;
    }
    return now;
  }

  private static String abbreviated(String url) {
    return url.length() <= 100 ? url : url.substring(0, 100) + "…";
  }

  private static Map<String, Bytes> withExamples() {
    Map<String, Bytes> all = load("contexts/");
    all.putAll(load("contexts/conformance/"));
    return all;
  }

  private static Map<String, Bytes> load(String folder) {
    var documents = new LinkedHashMap<String, Bytes>();
    for (String line : resource(folder + "index.tsv").utf8().split("\n")) {
      String[] columns = line.split("\t");
      documents.put(columns[0], resource(folder + columns[1]));
    }
    return documents;
  }

  private static Bytes resource(String name) {
    try (InputStream in = Contexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in this library: " + name);
      }
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
