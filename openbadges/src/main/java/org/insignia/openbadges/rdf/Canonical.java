package org.insignia.openbadges.rdf;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/** The canonical form that the rdfc cryptosuites hash. */
public final class Canonical {
  private Canonical() {}

  /**
   * The canonical N-Quads (RDFC-1.0 over SHA-256) of what a document says.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential where the document says something that
   *     would not be covered
   * @throws OverBudget where the graph is made to be hard
   */
  public static Bytes form(JsonObject document, Contexts contexts) {
    return Rdfc10.canonicalize(JsonLd.toDataset(document, contexts), WorkBudget.standard());
  }
}
