package org.insignia.openbadges.rdf;

import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.context.ActiveContext;

/** Is told while a document is read; this one does not listen. */
class Observer {
  /** The object at this place has no identifier and is this node. */
  void unnamed(Place place, BlankNode node) {}

  /** The string at this place became the text of a literal, and decided nothing else. */
  void text(Place place) {}

  /** The string at this place became an IRI, and decided nothing else. */
  void name(Place place, ActiveContext context) {}
}
