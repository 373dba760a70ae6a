package org.insignia.openbadges.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.NQuads;
import org.insignia.openbadges.rdf.OverBudget;
import org.insignia.openbadges.rdf.Quad;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.Term;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.WorkBudget;

/**
 * N-Quads and RDFC-1.0: what is read survives writing; the canonical form is canonical, and the
 * same whatever blank nodes are called and however statements are ordered.
 */
final class NQuadsTarget implements FuzzTarget {
  /** A tenth of what documents get: poison must not take the time of everything else. */
  private static final int TICKS = 20_000;

  @Override
  public boolean judge(Bytes input) {
    Dataset dataset;
    try {
      dataset = NQuads.parse(input.utf8());
    } catch (MalformedCredential e) {
      Property.holds(String.valueOf(e.getMessage()).contains("line "), "an error without its line");
      return false;
    }
    String written = dataset.quads().stream().map(NQuads::line).collect(Collectors.joining());
    Property.same(dataset, NQuads.parse(written), "does not survive writing");
    var budget = WorkBudget.ofTicks(TICKS);
    try {
      Bytes canonical = Rdfc10.canonicalize(dataset, budget);
      Property.same(canonical, form(NQuads.parse(canonical.utf8())), "canonical form moves");
      Property.same(canonical, form(renamed(dataset)), "names or order of nodes matter");
    } catch (OverBudget e) {
      Property.holds(budget.used() > 0, "given up before the work began");
    }
    return true;
  }

  private static Bytes form(Dataset dataset) {
    return Rdfc10.canonicalize(dataset, WorkBudget.ofTicks(TICKS));
  }

  private static Dataset renamed(Dataset dataset) {
    var quads = new ArrayList<Quad>();
    for (Quad quad : dataset.quads().reversed()) {
      quads.add(
          new Quad(
              (Term.Resource) renamed(quad.subject()),
              quad.predicate(),
              renamed(quad.object()),
              quad.graph() == null ? null : (Term.Resource) renamed(quad.graph())));
    }
    return Dataset.of(quads);
  }

  private static Term renamed(Term term) {
    return term instanceof BlankNode node
        ? new BlankNode(new StringBuilder(node.label()).append('x').reverse().toString())
        : term;
  }

  @Override
  public List<Bytes> seeds() {
    return List.of(
        Bytes.utf8(
            "<urn:a> <urn:b> \"c\\n\\u00E9\\U0001F600\\t\"@en-GB <urn:g> .\n_:b0 <urn:p> _:b1 _:b2 . # note\n"),
        Bytes.utf8(
            "<http://a.example/é?q#f> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n\n# end"),
        Bytes.utf8("_:b.0 <urn:p> _:b-1 .\r\n_:1 <urn:p> \"\\\\\\\"\" .\n"),
        Bytes.utf8("_:a <urn:p> _:b .\n_:b <urn:p> _:c .\n_:c <urn:p> _:a .\n_:a <urn:q> _:c .\n"));
  }

  @Override
  public List<String> folders() {
    return List.of("hostile/rdf-poison", "standards/rdf-canon");
  }
}
