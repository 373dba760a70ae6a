package org.insignia.server.api.oauth;

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
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Clients of organisations follow their maker's account, and stand in what the maker takes away.
 * When the account is erased they name nobody, and get nothing.
 */
@Component
class MovedClients implements Portable {
  private static final PersonalRows CLIENT =
      new PersonalRows("api.client", "oauth_client", "made_by");

  private final OAuthClientStore store;
  private final MergeJournal journal;
  private final Organisations organisations;

  MovedClients(OAuthClientStore store, MergeJournal journal, Organisations organisations) {
    this.store = store;
    this.journal = journal;
    this.organisations = organisations;
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, CLIENT);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, CLIENT);
  }

  @Override
  public String file() {
    return "oauth-clients.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    List<Map<String, Object>> lines = store.madeBy(person).stream().map(this::line).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private Map<String, Object> line(OAuthClient client) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (client.organisation() instanceof OrganisationId organisation) {
      json.put("organisation", organisations.get(organisation).name());
    }
    json.put("name", client.name());
    json.put("scopes", client.scopes().stream().sorted().toList());
    json.put("madeAt", client.madeAt().toString());
    return json;
  }
}
