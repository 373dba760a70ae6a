package org.insignia.openbadges.shape;

import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.rdf.Contexts;

/** A memory of shapes that has seen nothing yet, for tests elsewhere. */
public final class FreshShapes {
  private FreshShapes() {}

  /** Gives canonical forms and learns. */
  public static Function<JsonObject, Bytes> of(Contexts contexts) {
    return new KnownShapes(contexts)::canonical;
  }
}
