package org.insignia.openbadges.rdf.context;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All terms in force at one place of a document (JSON-LD 1.1 #dfn-active-context); immutable. */
public final class ActiveContext {
  private final Map<String, TermDefinition> terms;
  private final @Nullable String vocabulary;
  private final @Nullable String language;
  private final @Nullable ActiveContext previous;
  private final boolean hasPrefixes;

  /** Contexts reached from here, by what led there; bounded by the room of the whole cache. */
  private final Map<Object, ActiveContext> derived = new ConcurrentHashMap<>(4);

  private ActiveContext(Draft draft) {
    this.terms = Map.copyOf(draft.terms);
    this.vocabulary = draft.vocabulary;
    this.language = draft.language;
    this.previous = draft.previous;
    this.hasPrefixes = terms.values().stream().anyMatch(TermDefinition::isPrefix);
  }

  /** A context under construction. */
  static final class Draft {
    final Map<String, TermDefinition> terms = new HashMap<>();
    @Nullable String vocabulary;
    @Nullable String language;
    @Nullable ActiveContext previous;

    /** Without any term. */
    Draft() {}

    Draft(ActiveContext start) {
      terms.putAll(start.terms);
      vocabulary = start.vocabulary;
      language = start.language;
      previous = start.previous;
    }

    boolean hasProtected() {
      return terms.values().stream().anyMatch(TermDefinition::isProtected);
    }

    ActiveContext finish() {
      return new ActiveContext(this);
    }
  }

  public static ActiveContext empty() {
    return new Draft().finish();
  }

  public @Nullable TermDefinition term(String name) {
    return terms.get(name);
  }

  public @Nullable String vocabulary() {
    return vocabulary;
  }

  public @Nullable String language() {
    return language;
  }

  /** The context to go back to in a nested node, where a type brought this one; else null. */
  public @Nullable ActiveContext previous() {
    return previous;
  }

  public boolean hasPrefixes() {
    return hasPrefixes;
  }

  /** Whether some term stands for this IRI. */
  public boolean defines(String iri) {
    for (TermDefinition definition : terms.values()) {
      if (iri.equals(definition.iri())) {
        return true;
      }
    }
    return false;
  }

  /** The context reached by {@code key}, remembered while there is room. */
  public ActiveContext derive(Object key, AtomicInteger room, Supplier<ActiveContext> compute) {
    ActiveContext known = derived.get(key);
    if (known == null) {
      known = compute.get();
      if (room.getAndDecrement() > 0) {
        derived.put(key, known);
      }
    }
    return known;
  }
}
