package org.insignia.openbadges.rdf.context;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private final List<String> idNames;
  private final List<String> typeNames;

  /** Contexts reached from here, by what led there; bounded by the room of the whole cache. */
  private final Map<Object, ActiveContext> derived = new ConcurrentHashMap<>(4);

  private ActiveContext(Draft draft) {
    // Not Map.copyOf, which is half as fast to look up in, and this is what we do most.
    this.terms = new HashMap<>(draft.terms);
    this.vocabulary = draft.vocabulary;
    this.language = draft.language;
    this.previous = draft.previous;
    this.idNames = names("@id");
    this.typeNames = names("@type");
    this.hasPrefixes = terms.values().stream().anyMatch(TermDefinition::isPrefix);
  }

  /** The members that stand for a keyword: its aliases, then itself. */
  private List<String> names(String keyword) {
    List<String> names = new ArrayList<>();
    terms.forEach((name, definition) -> {
      if (keyword.equals(definition.iri())) {
        names.add(name);
      }
    });
    names.add(keyword);
    return List.copyOf(names);
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

  /** Members that hold the identifier of a node. */
  public List<String> idNames() {
    return idNames;
  }

  /** Members that hold the types of a node. */
  public List<String> typeNames() {
    return typeNames;
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
