package org.insignia.server.support.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.AddressVerified;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.PersonalRows;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.support.requests.Request.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Requests follow who asked: into the account that proves their mailbox, along with a merged
 * account, out of the door with an erased one. What staff wrote stays in threads of others, without
 * its author.
 */
@Component
class RequestFollowing implements Stake, Portable {
  private static final PersonalRows MOVED =
      new PersonalRows("support.request", "support_request", "person_id");

  private final RequestStore store;
  private final MessageStore messages;
  private final Accounts accounts;
  private final MergeJournal journal;

  RequestFollowing(
      RequestStore store, MessageStore messages, Accounts accounts, MergeJournal journal) {
    this.store = store;
    this.messages = messages;
    this.accounts = accounts;
    this.journal = journal;
  }

  @EventListener
  void proven(AddressVerified event) {
    store.link(event.address(), event.person());
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, MOVED);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, MOVED);
  }

  @EventListener
  void erased(AccountErased event) {
    store.deleteOf(event.person());
    accounts.verifiedAddresses(event.person()).forEach(store::deleteOf);
  }

  @Override
  public List<Line> of(PersonId person) {
    long count = store.count(person);
    return count == 0 ? List.of() : List.of(new Line("requests.stake", count));
  }

  @Override
  public String file() {
    return "support-requests.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    List<Object> all =
        store.of(person).stream()
            .<Object>map(request -> {
              var json = new LinkedHashMap<String, Object>();
              json.put("asked", request.askedAt().toString());
              json.put("topic", request.topic().name());
              json.put("subject", request.subject());
              json.put("state", request.state().name());
              json.put("found", request.findings().stream().map(f -> f.cause().name()).toList());
              json.put("messages", messages.of(request.id()).stream().map(this::json).toList());
              return json;
            })
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private LinkedHashMap<String, Object> json(Message message) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", message.at().toString());
    json.put("by", message.byStaff() ? "staff" : "you");
    json.put("words", message.words());
    return json;
  }
}
