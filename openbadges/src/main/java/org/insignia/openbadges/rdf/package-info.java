/**
 * Linked data: what a JSON document says as RDF statements, and their one canonical form. Start at
 * {@link org.insignia.openbadges.rdf.Canonical}.
 */
package org.insignia.openbadges.rdf;
