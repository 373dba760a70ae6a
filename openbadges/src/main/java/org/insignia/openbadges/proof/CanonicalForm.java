package org.insignia.openbadges.proof;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Jcs;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.shape.KnownShapes;

/** The canonicalisation of a suite. */
record CanonicalForm(Cryptosuite.Form form, Contexts contexts) {

  /** The hash of the canonical form. */
  Bytes hash(JsonObject document, Digests digests) {
    return switch (form) {
      case RDFC, SELECTIVE -> KnownShapes.hash(document, contexts, digests.digest());
      case JCS -> digests.hash(Jcs.canonicalize(document));
    };
  }
}
