package org.insignia.openbadges.model;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * Something with an id and a type: a schema, a refresh service, terms of use.
 *
 * @param type such as {@code 1EdTechJsonSchemaValidator2019} or {@code 1EdTechCredentialRefresh}
 */
public record Service(@Nullable String id, String type) {
  /** The schema entry of 1EdTech for this schema URL. */
  public static Service edTechSchema(String schemaUrl) {
    return new Service(schemaUrl, "1EdTechJsonSchemaValidator2019");
  }

  /** Where a newer form of the credential can be had. */
  public static Service edTechRefresh(String url) {
    return new Service(url, "1EdTechCredentialRefresh");
  }

  /** Whether the type is defined in 1EdTech's extension context only. */
  boolean needsExtensions() {
    return type.startsWith("1EdTech");
  }

  static Service read(MemberReader in) {
    return new Service(in.optionalText("id"), in.text("type"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter().put("id", id).put("type", type).object();
  }
}
