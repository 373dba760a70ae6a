package org.insignia.openbadges.datamodel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.DateTimeStamp;
import org.insignia.openbadges.rdf.Contexts;
import org.jspecify.annotations.Nullable;

/** The rules that credentials and presentations share; collects what breaks them. */
public final class ModelRules {
  private static final Set<String> BASE =
      Set.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1");
  private static final Set<String> LANGUAGE = Set.of("@value", "@language", "@direction");
  private static final int MAX_ENTRIES = 100;

  private final JsonObject document;
  private final List<MalformedCredential> problems = new ArrayList<>();

  public ModelRules(JsonObject document) {
    this.document = document;
  }

  /** What was found to be wrong so far. */
  public List<MalformedCredential> problems() {
    return problems;
  }

  /** Adds something found elsewhere. */
  public void problem(String pointer, String detail) {
    problems.add(new MalformedCredential(pointer, detail));
  }

  /** The first context says which data model it is. */
  public void baseContext() {
    List<JsonValue> contexts = document.list("@context");
    if (contexts.isEmpty()
        || !(contexts.getFirst() instanceof JsonString first)
        || !BASE.contains(first.value())) {
      problem("/@context", "does not begin with the context of verifiable credentials");
    }
  }

  /** {@code type} is a list of words with this one in it. */
  public void types(String needed) {
    List<JsonValue> types = document.list("type");
    if (!types.contains(JsonValue.of(needed))
        || !types.stream().allMatch(JsonString.class::isInstance)) {
      problem("/type", "not a list of words with " + needed + " in it");
    }
  }

  /** An id may be absent; else it is one absolute URI. */
  public void id(String pointer, JsonObject thing) {
    JsonValue id = thing.get("id");
    if (id != null && !(id instanceof JsonString s && absolute(s.value()))) {
      problem(pointer + "/id", "not an absolute URI");
    }
  }

  /** There is one issuer. */
  public void issuer() {
    signer("issuer", document.get("issuer"));
    if (document.get("issuer") == null) {
      problem("/issuer", "missing");
    }
  }

  /** A URI, or an object that has one as its id. */
  public void signer(String name, @Nullable JsonValue value) {
    boolean sound =
        switch (value) {
          case null -> true;
          case JsonString s -> absolute(s.value());
          case JsonObject o -> o.string("id") != null && absolute(o.string("id"));
          default -> false;
        };
    if (!sound) {
      problem("/" + name, "neither an absolute URI nor an object with one");
    }
  }

  /** A date and time with offset. */
  public void date(String name, String text) {
    try {
      DateTimeStamp.parse(text, "/" + name);
    } catch (MalformedCredential e) {
      problems.add(e);
    }
  }

  /** Entries are objects with a type; an id, if any or needed, is a URI. */
  public void typed(String name, boolean idNeeded) {
    List<JsonValue> entries = document.list(name);
    if (entries.size() > MAX_ENTRIES || entries.isEmpty() && document.get(name) != null) {
      problem("/" + name, entries.size() + " entries");
      return;
    }
    for (JsonValue value : entries) {
      if (!(value instanceof JsonObject entry)) {
        problem("/" + name, "not an object");
        continue;
      }
      List<JsonValue> types = entry.list("type");
      if (types.isEmpty() || !types.stream().allMatch(ModelRules::isWord)) {
        problem("/" + name + "/type", "missing, or not a word");
      }
      id("/" + name, entry);
      if (idNeeded && entry.get("id") == null) {
        problem("/" + name + "/id", "missing");
      }
    }
  }

  /** A text, a language object, or several of these. */
  public void language(String name) {
    JsonValue value = document.get(name);
    List<JsonValue> all =
        value instanceof JsonArray a ? a.elements() : value == null ? List.of() : List.of(value);
    for (JsonValue each : all) {
      boolean sound =
          each instanceof JsonString && !(value instanceof JsonArray)
              || each instanceof JsonObject o
                  && o.string("@value") != null
                  && LANGUAGE.containsAll(o.members().keySet())
                  && o.members().values().stream().allMatch(JsonString.class::isInstance);
      if (!sound) {
        problem("/" + name, "neither a text nor texts with languages");
      }
    }
  }

  /** Digests of resources that are known here must be those of the bytes known here. */
  public void relatedResources(Contexts contexts) {
    var ids = new HashSet<String>();
    for (JsonValue value : document.list("relatedResource")) {
      String id = value instanceof JsonObject o ? o.string("id") : null;
      if (!(value instanceof JsonObject resource) || id == null || !ids.add(id)) {
        problem("/relatedResource", "without an id, or with the id of another");
        continue;
      }
      Bytes bytes = contexts.document(id);
      if (!Digest.declared(resource)) {
        problem("/relatedResource", "without a digest");
      } else if (bytes != null && !Digest.matches(resource, bytes)) {
        problem("/relatedResource", "the digest is not that of the resource");
      }
    }
  }

  /** Whether this is a URI with a scheme. */
  public static boolean absolute(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return false;
    }
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isWord(JsonValue type) {
    return type instanceof JsonString s && !s.value().isBlank();
  }
}
