package org.insignia.openbadges.proof;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.rdf.NQuads;
import org.insignia.openbadges.rdf.Quad;
import org.insignia.openbadges.rdf.Term;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Resource;

/** Statements as lines of N-Quads under other names for the blank nodes, in code point order. */
record LabelledStatements(List<Bytes> lines) {
  private static final Comparator<Bytes> CODE_POINTS =
      (a, b) -> Arrays.compareUnsigned(a.view(), b.view());

  static LabelledStatements of(List<Quad> quads, Function<String, String> names) {
    return new LabelledStatements(
        quads.stream().map(q -> line(q, names)).distinct().sorted(CODE_POINTS).toList());
  }

  /** One statement under other names. */
  static Bytes line(Quad quad, Function<String, String> names) {
    Resource graph = quad.graph();
    var renamed =
        new Quad(
            (Resource) renamed(quad.subject(), names),
            quad.predicate(),
            renamed(quad.object(), names),
            graph == null ? null : (Resource) renamed(graph, names));
    return Bytes.utf8(NQuads.line(renamed));
  }

  private static Term renamed(Term term, Function<String, String> names) {
    return term instanceof BlankNode node ? new BlankNode(names.apply(node.label())) : term;
  }

  /** From each line to its position. */
  Map<Bytes, Integer> positions() {
    var positions = new HashMap<Bytes, Integer>();
    for (int i = 0; i < lines.size(); i++) positions.put(lines.get(i), i);
    return positions;
  }

  /** The lines one after the other, hashed. */
  static Bytes hash(List<Bytes> lines) {
    var all = new ByteArrayOutputStream();
    lines.forEach(line -> all.writeBytes(line.view()));
    return Digests.SHA_256.hash(Bytes.wrap(all.toByteArray()));
  }
}
