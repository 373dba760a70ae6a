package org.insignia.openbadges.rdf;

import org.insignia.openbadges.rdf.Term.Iri;

/** The few IRIs that RDF itself gives a meaning. */
final class Rdf {
  static final String NAMESPACE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String LANG_STRING = NAMESPACE + "langString";
  static final String JSON = NAMESPACE + "JSON";
  static final Iri TYPE = new Iri(NAMESPACE + "type");
  static final Iri FIRST = new Iri(NAMESPACE + "first");
  static final Iri REST = new Iri(NAMESPACE + "rest");
  static final Iri NIL = new Iri(NAMESPACE + "nil");

  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String XSD_STRING = XSD + "string";
  static final String XSD_BOOLEAN = XSD + "boolean";
  static final String XSD_INTEGER = XSD + "integer";
  static final String XSD_DOUBLE = XSD + "double";

  private Rdf() {}
}
