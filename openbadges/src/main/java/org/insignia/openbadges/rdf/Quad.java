package org.insignia.openbadges.rdf;

import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Resource;
import org.jspecify.annotations.Nullable;

/** One statement; {@code graph} is null in the default graph. */
public record Quad(Resource subject, Iri predicate, Term object, @Nullable Resource graph) {}
