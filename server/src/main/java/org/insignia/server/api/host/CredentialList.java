package org.insignia.server.api.host;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credentials as an answer. The documents stand in it as they were signed, to the byte: nothing
 * reads and writes them again.
 */
final class CredentialList {
  private CredentialList() {}

  static ResponseEntity<byte[]> answer(List<HeldBadge> all, Stretch stretch, String address) {
    var wanted =
        all.stream()
            .filter(b -> stretch.since() == null || !b.from().isBefore(stretch.since()))
            .toList();
    var shown = wanted.stream().skip(stretch.offset()).limit(stretch.limit()).toList();
    var answer =
        ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.APPLICATION_JSON)
            .header("X-Total-Count", Integer.toString(wanted.size()));
    var links = stretch.links(address, wanted.size());
    if (!links.isEmpty()) {
      answer.header("Link", links);
    }
    return answer.body(json(shown).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String json(List<HeldBadge> badges) {
    var mapper = new JsonMapper();
    return badges.stream()
            .filter(b -> b.form() == HeldBadge.Form.CREDENTIAL)
            .map(HeldBadge::document)
            .collect(Collectors.joining(",", "{\"credential\":[", "]"))
        + badges.stream()
            .filter(b -> b.form() == HeldBadge.Form.CREDENTIAL_JWS)
            .map(b -> mapper.writeValueAsString(b.document()))
            .collect(Collectors.joining(",", ",\"compactJwsString\":[", "]}"));
  }
}
