package org.insignia.server.api.oauth.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What people allowed ends with their account, and when it goes into another: the program was not
 * allowed to see what that one holds.
 */
@Component
class ConsentFollowing implements Stake, Portable, Sweep {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int AT_ONCE = 1000;

  private final ConsentStore store;
  private final Consents consents;
  private final FamilyStore grants;

  ConsentFollowing(ConsentStore store, Consents consents, FamilyStore grants) {
    this.store = store;
    this.consents = consents;
    this.grants = grants;
  }

  @EventListener
  void end(AccountsMerged merged) {
    consents.endAll(merged.gone());
  }

  @EventListener
  void end(AccountErased erased) {
    consents.endAll(erased.person());
  }

  @Override
  public List<Line> of(PersonId person) {
    long count = store.count(person);
    return count == 0 ? List.of() : List.of(new Line("api.programs.stake", count));
  }

  @Override
  public String file() {
    return "connected-programs.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    List<Map<String, Object>> lines =
        store.of(person).stream().map(ConsentFollowing::line).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private static Map<String, Object> line(Consent consent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("program", consent.program());
    json.put("scopes", consent.scopes().stream().map(PersonScope::word).sorted().toList());
    json.put("allowedAt", consent.madeAt().toString());
    if (consent.usedAt() instanceof Instant used) {
      json.put("usedAt", used.toString());
    }
    return json;
  }

  @Override
  public String name() {
    return "oauth-grants";
  }

  @Override
  public boolean piece(Instant now) {
    return grants.sweep(now, now.minus(KEPT), AT_ONCE) == AT_ONCE;
  }
}
