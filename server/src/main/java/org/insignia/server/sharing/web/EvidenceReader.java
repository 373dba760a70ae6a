package org.insignia.server.sharing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.sharing.web.BadgePage.Evidence;
import org.springframework.stereotype.Component;

/**
 * Reads the evidence out of the signed document: only what was signed is shown. A signed document
 * never changes, so what was read is kept.
 */
@Component
final class EvidenceReader {
  private static final int MOST = 20;
  private static final int KEPT = 20_000;

  private final Map<CredentialId, List<Evidence>> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CredentialId, List<Evidence>> eldest) {
          return size() > KEPT;
        }
      };

  private final Credentials credentials;

  EvidenceReader(Credentials credentials) {
    this.credentials = credentials;
  }

  List<Evidence> of(CredentialId id) {
    synchronized (kept) {
      var known = kept.get(id);
      if (known != null) {
        return known;
      }
    }
    var read = read(id);
    synchronized (kept) {
      kept.put(id, read);
    }
    return read;
  }

  private List<Evidence> read(CredentialId id) {
    return credentials.document(id).stream()
        .flatMap(document ->
            Json.parse(document) instanceof JsonObject o ? Stream.of(o) : Stream.empty())
        .flatMap(document -> document.list("evidence").stream())
        .filter(JsonObject.class::isInstance)
        .map(each -> evidence((JsonObject) each))
        .limit(MOST)
        .toList();
  }

  private static Evidence evidence(JsonObject evidence) {
    var url = text(evidence, "id");
    var text = text(evidence, "narrative");
    return new Evidence(
        text(evidence, "name"),
        text.isEmpty() ? text(evidence, "description") : text,
        url.startsWith("https://") ? url : "");
  }

  private static String text(JsonObject object, String member) {
    return Objects.requireNonNullElse(object.string(member), "");
  }
}
