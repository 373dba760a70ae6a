package org.insignia.openbadges.fuzz;

import java.util.HashSet;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Jcs;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.OverBudget;
import org.jspecify.annotations.Nullable;

/**
 * What was really signed by the holders of the keys. A fuzzer has no keys: whatever else a check
 * takes for signed is forged.
 */
final class Signed {
  private final Set<Bytes> forms = new HashSet<>();

  void add(JsonObject document) {
    JsonObject content = document.without("proof");
    forms.add(Jcs.canonicalize(content));
    Bytes statements = statements(content);
    if (statements != null) forms.add(statements);
  }

  /** Whether a document says what one of those said, as text or as statements. */
  boolean contains(JsonObject document) {
    JsonObject content = document.without("proof");
    if (forms.contains(Jcs.canonicalize(content))) return true;
    Bytes statements = statements(content);
    return statements != null && forms.contains(statements);
  }

  private static @Nullable Bytes statements(JsonObject content) {
    try {
      return Canonical.form(content, Contexts.bundled());
    } catch (MalformedCredential | OverBudget e) {
      return null;
    }
  }
}
