package org.insignia.openbadges.shape;

import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;

/** A memory of shapes that has seen nothing yet, for tests elsewhere. */
public final class FreshShapes {
  private FreshShapes() {}

  /** Gives hashes of canonical forms and learns. */
  public static Function<JsonObject, Bytes> of(Contexts contexts) {
    var shapes = new KnownShapes(contexts);
    return document -> shapes.hash(document, Series.sha256());
  }

  /** Gives hashes of canonical forms in the general way. */
  public static Function<JsonObject, Bytes> none(Contexts contexts) {
    return document ->
        Bytes.wrap(Series.sha256().digest(Canonical.form(document, contexts).view()));
  }
}
