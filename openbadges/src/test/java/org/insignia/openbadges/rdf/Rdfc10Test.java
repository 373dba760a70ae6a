package org.insignia.openbadges.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Resource;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rdfc10Test {
  @TestFactory
  Stream<DynamicTest> passes_every_official_vector() {
    JsonObject manifest = object("standards/rdf-canon/manifest.jsonld");
    return manifest.list("entries").stream()
        .map(JsonObject.class::cast)
        .map(entry ->
            dynamicTest(
                entry.string("id") + " " + entry.string("name"),
                () -> run(entry, name -> SharedFiles.bytes("standards/rdf-canon/" + name))));
  }

  /** One test of the suite; {@code files} gives the file of a name in it. */
  static void run(JsonObject entry, Function<String, Bytes> files) {
    HashName hash =
        "SHA384".equals(entry.string("hashAlgorithm")) ? HashName.SHA384 : HashName.SHA256;
    Dataset dataset = NQuads.parse(files.apply(entry.string("action")).utf8());
    var budget = WorkBudget.standard();
    switch (entry.string("type")) {
      case "rdfc:RDFC10EvalTest" ->
          assertThat(Rdfc10.canonicalize(dataset, hash, budget).nquads().utf8())
              .isEqualTo(files.apply(entry.string("result")).utf8());
      case "rdfc:RDFC10MapTest" -> {
        JsonObject expected = Json.parseObject(files.apply(entry.string("result")));
        Map<String, String> labels = Rdfc10.canonicalize(dataset, hash, budget).labels();
        assertThat(labels.keySet()).isEqualTo(expected.members().keySet());
        labels.forEach((from, to) -> assertThat(to).isEqualTo(expected.string(from)));
      }
      case "rdfc:RDFC10NegativeEvalTest" ->
          assertThatThrownBy(() -> Rdfc10.canonicalize(dataset, hash, budget))
              .isInstanceOf(OverBudget.class);
      case null, default ->
          throw new AssertionError("unknown kind of test: " + entry.string("type"));
    }
  }

  @Test
  void the_vectors_are_all_there() {
    assertThat(object("standards/rdf-canon/manifest.jsonld").list("entries")).hasSize(86);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clique-9", "clique-12", "bipartite", "many-cliques"})
  void stops_poison_graphs(String name) {
    Dataset dataset = NQuads.parse(text("hostile/rdf-poison/" + name + ".nq"));
    assertThatThrownBy(() -> Rdfc10.canonicalize(dataset, WorkBudget.standard()))
        .isInstanceOf(OverBudget.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hypercube", "many-cycles", "star-5000", "ok-petersen"})
  void ends_on_symmetric_graphs_one_way_or_the_other(String name) {
    Dataset dataset = NQuads.parse(text("hostile/rdf-poison/" + name + ".nq"));
    var budget = WorkBudget.standard();
    try {
      assertThat(Rdfc10.canonicalize(dataset, budget).size()).isPositive();
    } catch (OverBudget e) {
      assertThat(e).hasMessageContaining("more than");
    }
    assertThat(budget.used()).isLessThanOrEqualTo(200_001);
  }

  @Test
  void accepts_a_small_cycle() {
    Dataset dataset = NQuads.parse(text("hostile/rdf-poison/ok-cycle.nq"));
    assertThat(Rdfc10.canonicalize(dataset, WorkBudget.standard()).size()).isPositive();
  }

  @TestFactory
  Stream<DynamicTest> gives_the_same_whatever_the_labels_and_the_order() {
    return SharedFiles.files("standards/rdf-canon/rdfc10", "-in.nq").stream()
        .filter(file -> !file.toString().contains("test074"))
        .map(file ->
            dynamicTest(
                file.getFileName().toString(),
                () -> {
                  Dataset dataset = NQuads.parse(SharedFiles.bytes(file).utf8());
                  var expected = Rdfc10.canonicalize(dataset, WorkBudget.standard());
                  for (int seed = 0; seed < 20; seed++) {
                    var same = Rdfc10.canonicalize(disguised(dataset, seed), WorkBudget.standard());
                    assertThat(same.utf8()).isEqualTo(expected.utf8());
                  }
                  Dataset again = NQuads.parse(expected.utf8());
                  assertThat(Rdfc10.canonicalize(again, WorkBudget.standard())).isEqualTo(expected);
                }));
  }

  private static Dataset disguised(Dataset dataset, int seed) {
    var random = new Random(seed);
    var names = new HashMap<String, String>();
    List<Quad> quads = new ArrayList<>();
    for (Quad q : dataset.quads()) {
      quads.add(
          new Quad(
              (Resource) rename(q.subject(), names, random),
              q.predicate(),
              rename(q.object(), names, random),
              q.graph() == null ? null : (Resource) rename(q.graph(), names, random)));
    }
    Collections.shuffle(quads, random);
    return Dataset.of(quads);
  }

  private static Term rename(Term term, Map<String, String> names, Random random) {
    return term instanceof BlankNode blank
        ? new BlankNode(
            names.computeIfAbsent(
                blank.label(), l -> "x" + random.nextInt(1 << 20) + "_" + names.size()))
        : term;
  }

  /**
   * Two graphs, each with two statements on one node: the specification's own words leave it open.
   */
  @Test
  void keeps_repetitions_among_related_nodes() {
    String input =
        """
        _:s1 <urn:p> _:g1 .
        _:s2 <urn:p> _:g2 .
        _:a1 <urn:q> "1" _:g1 .
        _:a1 <urn:r> "1" _:g1 .
        _:a2 <urn:q> "1" _:g2 .
        _:a2 <urn:r> "1" _:g2 .
        """;
    String once = Rdfc10.canonicalize(NQuads.parse(input), WorkBudget.standard()).utf8();
    assertThat(Rdfc10.canonicalize(NQuads.parse(once), WorkBudget.standard()).utf8())
        .isEqualTo(once);
  }

  private static String text(String path) {
    return SharedFiles.bytes(path).utf8();
  }

  private static JsonObject object(String path) {
    return Json.parseObject(SharedFiles.bytes(path));
  }
}
