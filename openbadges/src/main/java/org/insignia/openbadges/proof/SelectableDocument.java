package org.insignia.openbadges.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.CanonicalDataset;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.HashName;
import org.insignia.openbadges.rdf.JsonLd;
import org.insignia.openbadges.rdf.Quad;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.Term;
import org.insignia.openbadges.rdf.WorkBudget;

/** A document whose statements can be shown one by one. */
final class SelectableDocument {
  /** Stands in for blank nodes while parts of the document are read by themselves. */
  private static final String STAND_IN = "urn:bnid:";

  private final JsonObject named;
  private final Contexts contexts;
  private final List<Quad> quads;
  private final Map<String, String> names = new HashMap<>();
  private final LabelledStatements statements;
  private final Map<Bytes, Integer> positions;

  /**
   * @param unsecured the document without proof
   */
  SelectableDocument(JsonObject unsecured, Contexts contexts, Bytes hmacKey) {
    JsonLd.Nodes nodes = JsonLd.toNodes(unsecured, contexts);
    this.contexts = contexts;
    this.quads = nodes.dataset().quads();
    if (quads.stream().anyMatch(SelectableDocument::usesStandIn)) {
      throw new MalformedCredential("", "an identifier that starts with " + STAND_IN);
    }
    var blind = new BlindLabels(hmacKey);
    CanonicalDataset canonical =
        Rdfc10.canonicalize(nodes.dataset(), HashName.SHA256, WorkBudget.standard());
    canonical.labels().forEach((label, c14n) -> names.put(label, blind.apply(c14n)));
    this.statements = LabelledStatements.of(quads, this::name);
    this.positions = statements.positions();
    this.named = (JsonObject) named(unsecured, "", nodes.unnamed());
  }

  /** All statements, under the blind names. */
  List<Bytes> lines() {
    return statements.lines();
  }

  /**
   * A part of the document.
   *
   * @param positions of its statements among all
   * @param dataset its statements, with the blank nodes of the whole
   */
  record Part(SortedSet<Integer> positions, Dataset dataset) {}

  /** The part that the pointers select; nothing where there are none. */
  Part part(List<JsonPointer> pointers) {
    if (pointers.isEmpty()) return new Part(new TreeSet<>(), Dataset.of(List.of()));
    JsonObject selected = JsonSelection.of(named, pointers);
    List<Quad> read =
        JsonLd.toDataset(selected, contexts).quads().stream()
            .map(quad -> mapped(quad, SelectableDocument::original))
            .toList();
    var alignment = new Alignment(quads, read);
    List<Quad> aligned = read.stream().map(quad -> mapped(quad, alignment::of)).toList();
    var found = new TreeSet<Integer>();
    for (Quad quad : aligned) {
      Integer position = positions.get(LabelledStatements.line(quad, this::name));
      if (position == null) {
        throw new MalformedCredential("", "a list can be selected only as a whole");
      }
      found.add(position);
    }
    return new Part(found, Dataset.of(aligned));
  }

  /** The blind name of a blank node of the whole document. */
  String name(String label) {
    String name = names.get(label);
    if (name == null) throw new IllegalStateException("no canonical label for " + label);
    return name;
  }

  private static Quad mapped(Quad quad, UnaryOperator<Term> map) {
    Term.Resource graph = quad.graph();
    return new Quad(
        (Term.Resource) map.apply(quad.subject()),
        quad.predicate(),
        map.apply(quad.object()),
        graph == null ? null : (Term.Resource) map.apply(graph));
  }

  /** Nodes of the part get a mark, so that their labels never meet those of the whole. */
  private static Term original(Term term) {
    return switch (term) {
      case Term.Iri iri when iri.value().startsWith(STAND_IN) ->
          new Term.BlankNode(iri.value().substring(STAND_IN.length()));
      case Term.BlankNode fresh -> new Term.BlankNode(Alignment.PART + fresh.label());
      default -> term;
    };
  }

  private static boolean usesStandIn(Quad quad) {
    return standsIn(quad.subject()) || standsIn(quad.object());
  }

  private static boolean standsIn(Term term) {
    return term instanceof Term.Iri iri && iri.value().startsWith(STAND_IN);
  }

  private static JsonValue named(JsonValue value, String at, Map<String, String> unnamed) {
    return switch (value) {
      case JsonObject object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        String label = unnamed.get(at);
        if (label != null) members.put("id", JsonValue.of(STAND_IN + label));
        object
            .members()
            .forEach((name, member) ->
                members.put(name, named(member, at + "/" + JsonPointer.escape(name), unnamed)));
        yield new JsonObject(members);
      }
      case JsonArray array -> {
        var elements = new ArrayList<JsonValue>();
        for (int i = 0; i < array.elements().size(); i++) {
          elements.add(named(array.elements().get(i), at + "/" + i, unnamed));
        }
        yield new JsonArray(elements);
      }
      default -> value;
    };
  }
}
