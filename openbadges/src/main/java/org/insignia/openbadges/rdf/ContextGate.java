package org.insignia.openbadges.rdf;

import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.rdf.Contexts.Strictness;
import org.insignia.openbadges.rdf.context.ActiveContext;
import org.insignia.openbadges.rdf.context.ContextCompiler.Scope;

/**
 * Decides which {@code @context} members a document may have: lists of bundled contexts, at its
 * root and in credentials inside it.
 */
final class ContextGate {
  private static final Set<String> CREDENTIALS =
      Set.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1");

  private final Contexts contexts;
  private final Place place;
  private boolean credential;
  private boolean atRoot = true;

  ContextGate(Contexts contexts, Place place) {
    this.contexts = contexts;
    this.place = place;
  }

  void readRoot(JsonObject document) {
    JsonValue context = document.get("@context");
    if (context == null) {
      throw place.wrong("no @context");
    }
    credential = startsLikeCredential(context);
  }

  /** The context inside {@code object}: what it inherits, changed by its own {@code @context}. */
  ActiveContext embedded(JsonObject object, ActiveContext inherited) {
    JsonValue context = object.get("@context");
    if (context == null) {
      return inherited;
    }
    place.enter("@context");
    if (contexts.strictness() == Strictness.CLOSED) {
      check(context);
    } else {
      context = unwrapped(context);
    }
    place.leave();
    atRoot = false;
    return contexts.derive(inherited, context, Scope.EMBEDDED);
  }

  /**
   * A whole context document in the place of one context of several, as one of the suites has it:
   * read as the reference implementation reads it (docs/spec-divergences.md).
   */
  private static JsonValue unwrapped(JsonValue context) {
    return context instanceof JsonArray several
        ? new JsonArray(several.elements().stream().map(ContextGate::inner).toList())
        : context;
  }

  private static JsonValue inner(JsonValue part) {
    return part instanceof JsonObject whole
            && whole.members().size() == 1
            && whole.get("@context") instanceof JsonObject inside
        ? inside
        : part;
  }

  private void check(JsonValue context) {
    int index = 0;
    for (JsonValue part : parts(context)) {
      place.enter(index++);
      if (!(part instanceof JsonString url)) {
        throw place.wrong("a context inside the document; only bundled ones count");
      }
      if (contexts.document(url.value()) == null) {
        throw place.wrong("unknown context " + abbreviated(url.value()));
      }
      place.leave();
    }
    // Inside a credential only a credential, signed or not on its own, may bring contexts:
    // elsewhere
    // they would give other meanings to members that look as they always do.
    if (!atRoot && credential && !startsLikeCredential(context)) {
      throw place.wrong("a context in the middle of a credential");
    }
  }

  private static boolean startsLikeCredential(JsonValue context) {
    List<JsonValue> parts = parts(context);
    return !parts.isEmpty()
        && parts.getFirst() instanceof JsonString url
        && CREDENTIALS.contains(url.value());
  }

  private static List<JsonValue> parts(JsonValue context) {
    return context instanceof JsonArray array ? array.elements() : List.of(context);
  }

  private static String abbreviated(String url) {
    return url.length() <= 100 ? url : url.substring(0, 100) + "…";
  }
}
