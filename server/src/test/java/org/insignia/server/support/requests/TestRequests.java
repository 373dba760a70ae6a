package org.insignia.server.support.requests;

import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.ids.Ids;
import org.springframework.stereotype.Component;

/** Gives tests of others requests for support. */
@Component
public final class TestRequests {
  private final Requests requests;
  private final RequestStore store;

  TestRequests(Requests requests, RequestStore store) {
    this.requests = requests;
    this.store = store;
  }

  /** A question about an account. */
  public UUID ask(PersonId person, Organisation of) {
    requests.ask(Ids.next(), person, of, new Wish(Topic.ACCOUNT, "A question", "Where is it?", ""));
    return store.of(person).getFirst().id();
  }

  /** The same, asked of whoever runs the server. */
  public UUID askOperator(PersonId person) {
    requests.ask(
        Ids.next(), person, null, new Wish(Topic.ACCOUNT, "A question", "Where is it?", ""));
    return store.of(person).getFirst().id();
  }
}
