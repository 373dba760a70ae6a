package org.insignia.openbadges.model;

import java.util.List;
import java.util.stream.Stream;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/** Which contexts a credential needs, in the order the standards ask for. */
final class CredentialContexts {
  private static final String VC = "https://www.w3.org/ns/credentials/v2";
  private static final String CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
  private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
  private static final String EXTENSIONS =
      "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

  private CredentialContexts() {}

  static Stream<JsonString> openBadge(boolean extensions) {
    return Stream.of(VC, OB, extensions ? EXTENSIONS : "")
        .filter(url -> !url.isEmpty())
        .map(JsonString::new);
  }

  static Stream<JsonString> clr(boolean extensions) {
    return Stream.of(VC, CLR, OB, extensions ? EXTENSIONS : "")
        .filter(url -> !url.isEmpty())
        .map(JsonString::new);
  }

  /** 1EdTech's own types are defined in no other context, and undefined types cannot be signed. */
  static boolean needsExtensions(
      List<Service> schemas, @Nullable Service refresh, @Nullable JsonObject status) {
    return schemas.stream().anyMatch(Service::needsExtensions)
        || refresh != null && refresh.needsExtensions()
        || status != null
            && status.list("type").stream()
                .anyMatch(t -> t instanceof JsonString s && s.value().startsWith("1EdTech"));
  }
}
