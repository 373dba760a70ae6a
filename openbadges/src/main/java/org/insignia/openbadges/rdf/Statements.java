package org.insignia.openbadges.rdf;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Resource;
import org.jspecify.annotations.Nullable;

/** Collects statements and hands out fresh blank nodes. */
final class Statements {
  private final List<Quad> quads = new ArrayList<>(96);
  private int blankNodes;

  void add(Resource subject, Iri predicate, Term object, @Nullable Resource graph) {
    quads.add(new Quad(subject, predicate, object, graph));
  }

  BlankNode fresh() {
    return new BlankNode("b" + blankNodes++);
  }

  /** A list of these terms; returns its first cell, or the empty list. */
  Resource list(List<Term> items, @Nullable Resource graph) {
    Resource rest = Rdf.NIL;
    for (Term item : items.reversed()) {
      BlankNode cell = fresh();
      add(cell, Rdf.FIRST, item, graph);
      add(cell, Rdf.REST, rest, graph);
      rest = cell;
    }
    return rest;
  }

  int count() {
    return quads.size();
  }

  List<Quad> quads() {
    return quads;
  }
}
