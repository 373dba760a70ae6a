package org.insignia.server.api.credly.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.erasure.CredentialErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What programs said of a badge goes with it when its issuer erases whom it is about, and stands in
 * what its earner takes away.
 */
@Component
class ErasedSaid implements Portable {
  private final SaidStore store;
  private final Claims claims;

  ErasedSaid(SaidStore store, Claims claims) {
    this.store = store;
    this.claims = claims;
  }

  @EventListener
  void erased(CredentialErased event) {
    store.delete(event.credentials());
  }

  @Override
  public String file() {
    return "badges-as-issued-by-programs.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    var held = claims.held(person).stream().map(Claim::credential).toList();
    List<Map<String, Object>> lines =
        store.find(held).entrySet().stream()
            .map(e -> line(e.getKey().value().toString(), e.getValue()))
            .toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private static Map<String, Object> line(String badge, Said said) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("badge", badge);
    line.put("firstName", said.firstName());
    line.put("middleName", said.middleName());
    line.put("lastName", said.lastName());
    line.put("country", said.country());
    line.put("region", said.region());
    line.put("evidence", said.evidence());
    return line;
  }
}
