package org.insignia.openbadges.model;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;

/** An identifier of a person, organisation or achievement. */
public record IdentifierEntry(String identifier, IdentifierType identifierType) {
  static IdentifierEntry read(MemberReader in) {
    return new IdentifierEntry(
        in.text("identifier"), new IdentifierType(in.text("identifierType")));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("type", "IdentifierEntry")
        .put("identifier", identifier)
        .put("identifierType", identifierType.value())
        .object();
  }
}
