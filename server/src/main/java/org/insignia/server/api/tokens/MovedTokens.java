package org.insignia.server.api.tokens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.PersonalRows;
import org.insignia.server.organisations.Organisations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tokens follow their maker's account, and stand in what the maker takes away. When the account is
 * erased they name nobody, and open nothing.
 */
@Component
class MovedTokens implements Portable {
  private static final PersonalRows TOKEN = new PersonalRows("api.token", "api_token", "made_by");

  private final ApiTokenStore store;
  private final MergeJournal journal;
  private final Organisations organisations;

  MovedTokens(ApiTokenStore store, MergeJournal journal, Organisations organisations) {
    this.store = store;
    this.journal = journal;
    this.organisations = organisations;
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, TOKEN);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, TOKEN);
  }

  @Override
  public String file() {
    return "api-tokens.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    List<Map<String, Object>> lines = store.madeBy(person).stream().map(this::line).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private Map<String, Object> line(ApiToken token) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("organisation", organisations.get(token.organisation()).name());
    json.put("name", token.name());
    json.put("scopes", token.scopes().stream().map(Scope::word).sorted().toList());
    json.put("madeAt", token.madeAt().toString());
    json.put("expiresAt", token.expiresAt().toString());
    return json;
  }
}
