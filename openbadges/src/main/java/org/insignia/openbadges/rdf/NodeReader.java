package org.insignia.openbadges.rdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.rdf.Contexts.Strictness;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Resource;
import org.insignia.openbadges.rdf.context.ActiveContext;
import org.insignia.openbadges.rdf.context.ContextCompiler.Scope;
import org.insignia.openbadges.rdf.context.TermDefinition;
import org.insignia.openbadges.rdf.context.TermDefinition.Coercion;
import org.insignia.openbadges.rdf.context.TermDefinition.Container;
import org.jspecify.annotations.Nullable;

/** Walks the nodes of a document and writes the statements about each. */
final class NodeReader {
  private static final String[] NO_TYPES = {};

  private final Contexts contexts;
  private final boolean open;
  private final Statements statements;
  private final Place place = new Place();
  private final ContextGate gate;
  private final References references;
  private final LiteralReader literals;

  private final Observer observer;

  NodeReader(Contexts contexts, Statements statements, Observer observer) {
    this.observer = observer;
    this.contexts = contexts;
    this.open = contexts.strictness() == Strictness.OPEN;
    this.statements = statements;
    this.gate = new ContextGate(contexts, place);
    this.references = new References(place);
    this.literals = new LiteralReader(contexts, references, place, observer);
  }

  void document(JsonObject document) {
    gate.readRoot(document);
    node(document, contexts.empty(), null);
    if (statements.count() == 0) {
      throw place.wrong("the document says nothing");
    }
  }

  /** Writes what a node object says and returns the node. */
  private Resource node(JsonObject object, ActiveContext inherited, @Nullable Resource graph) {
    ActiveContext untyped = gate.embedded(object, inherited);
    ActiveContext context = withTypes(object, untyped);
    Resource subject = subject(object, context);
    for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
      String key = entry.getKey();
      place.enter(key);
      TermDefinition term = term(key, context);
      if (term == null || term.isId()) {
        // The context and the node's name have been read.
      } else if (term.isType()) {
        types(subject, entry.getValue(), untyped, graph);
      } else {
        property(term, entry.getValue(), context, new Owner(subject, graph));
      }
      place.leave();
    }
    return subject;
  }

  /** Whose property is being read, and in which graph. */
  private record Owner(Resource subject, @Nullable Resource graph) {}

  /** What a key stands for; null for {@code @context}. */
  private @Nullable TermDefinition term(String key, ActiveContext context) {
    TermDefinition term = context.term(key);
    if (term != null) {
      if (term.iri() == null) {
        throw place.wrong("the term stands for nothing in its context");
      }
      return term;
    }
    return key.equals("@context") ? null : references.undefinedKey(key, context, open);
  }

  private ActiveContext withTypes(JsonObject object, ActiveContext untyped) {
    ActiveContext context = untyped;
    for (String name : untyped.typeNames()) {
      JsonValue types = object.get(name);
      for (String type : types == null ? NO_TYPES : sortedTypes(types)) {
        TermDefinition term = untyped.term(type);
        JsonValue scoped = term == null ? null : term.scoped();
        if (term != null && scoped != null) {
          context = contexts.derive(context, term, scoped, Scope.TYPE);
        }
      }
    }
    return context;
  }

  private static String[] sortedTypes(JsonValue value) {
    List<JsonValue> types = value instanceof JsonArray array ? array.elements() : List.of(value);
    String[] names = new String[types.size()];
    int count = 0;
    for (JsonValue type : types) {
      if (type instanceof JsonString name) {
        names[count++] = name.value();
      }
    }
    String[] sorted = Arrays.copyOf(names, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private Resource subject(JsonObject object, ActiveContext context) {
    Resource subject = null;
    for (String name : context.idNames()) {
      JsonValue value = object.get(name);
      if (value != null) {
        place.enter(name);
        if (subject != null) {
          throw place.wrong("a second identifier");
        }
        subject = references.identifier(value, context);
        observer.name(place, context);
        place.leave();
      }
    }
    if (subject != null) {
      return subject;
    }
    BlankNode fresh = statements.fresh();
    observer.unnamed(place, fresh);
    return fresh;
  }

  private void types(
      Resource subject, JsonValue value, ActiveContext untyped, @Nullable Resource graph) {
    List<JsonValue> types = value instanceof JsonArray a ? a.elements() : List.of(value);
    for (JsonValue type : types) {
      statements.add(subject, Rdf.TYPE, references.type(type, untyped, open), graph);
    }
  }

  private void property(TermDefinition term, JsonValue value, ActiveContext context, Owner owner) {
    Iri predicate = references.predicate(term);
    if (term.coercion() == Coercion.JSON) {
      statements.add(owner.subject, predicate, LiteralReader.json(value), owner.graph);
    } else if (term.container() == Container.LIST) {
      List<JsonValue> items = value instanceof JsonArray a ? a.elements() : List.of(value);
      Resource list = list(term, items, context, owner.graph);
      statements.add(owner.subject, predicate, list, owner.graph);
    } else if (term.container() == Container.LANGUAGE && value instanceof JsonObject map) {
      for (Term.Literal text : literals.languageMap(map)) {
        statements.add(owner.subject, predicate, text, owner.graph);
      }
    } else if (value instanceof JsonArray array) {
      int index = 0;
      for (JsonValue element : array.elements()) {
        place.enter(index++);
        if (element instanceof JsonArray) {
          throw place.wrong("an array in an array");
        }
        statement(term, element, context, owner);
        place.leave();
      }
    } else {
      statement(term, value, context, owner);
    }
  }

  private void statement(TermDefinition term, JsonValue value, ActiveContext context, Owner owner) {
    Iri predicate = references.predicate(term);
    if (term.container() == Container.GRAPH) {
      Resource inner = statements.fresh();
      statements.add(owner.subject, predicate, inner, owner.graph);
      int before = statements.count();
      if (value instanceof JsonObject object && !LiteralReader.isValueObject(object)) {
        node(object, nested(term, object, context), inner);
      }
      if (statements.count() == before) {
        throw place.wrong("says nothing, and would be dropped");
      }
    } else {
      statements.add(
          owner.subject, predicate, item(term, value, context, owner.graph), owner.graph);
    }
  }

  private Term item(
      TermDefinition term, JsonValue value, ActiveContext context, @Nullable Resource graph) {
    return switch (value) {
      case JsonNull nothing -> throw place.wrong("null, which would be dropped");
      case JsonArray array -> throw place.wrong("an array in an array");
      case JsonObject object when LiteralReader.isValueObject(object) ->
          literals.valueObject(term, object, scoped(term, context));
      case JsonObject object -> node(object, nested(term, object, context), graph);
      case JsonValue scalar -> literals.scalar(term, scalar, scoped(term, context));
    };
  }

  private Resource list(
      TermDefinition term, List<JsonValue> items, ActiveContext context, @Nullable Resource graph) {
    List<Term> terms = new ArrayList<>(items.size());
    int index = 0;
    for (JsonValue item : items) {
      place.enter(index++);
      terms.add(
          item instanceof JsonArray inner
              ? list(term, inner.elements(), context, graph)
              : item(term, item, context, graph));
      place.leave();
    }
    return statements.list(terms, graph);
  }

  /** The context in which a node that is a value of this term starts. */
  private ActiveContext nested(TermDefinition term, JsonObject object, ActiveContext context) {
    ActiveContext before = context.previous();
    // What a type brought ends here; a mere reference to a node has nothing to read in it anyway.
    return scoped(term, before == null || isReference(object, context) ? context : before);
  }

  private static boolean isReference(JsonObject object, ActiveContext context) {
    if (object.members().size() != 1) {
      return false;
    }
    String key = object.members().firstEntry().getKey();
    TermDefinition term = context.term(key);
    return term == null ? key.equals("@id") : term.isId();
  }

  private ActiveContext scoped(TermDefinition term, ActiveContext context) {
    JsonValue scoped = term.scoped();
    return scoped == null ? context : contexts.derive(context, term, scoped, Scope.PROPERTY);
  }
}
