package org.insignia.server.issuing.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.copies.WalletCopies.Sent;
import org.insignia.server.issuing.copies.WalletCopy.Form;
import org.insignia.server.issuing.erasure.Erasing;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class WalletCopiesModuleTest {
  private static final String HOLDER = "did:key:z6Mkp3nUeQfT8kYxqdwRrjvuWVQyVUU5F6sJ7yJUAzSXvdSh";

  @Autowired private WalletCopies copies;
  @Autowired private FollowingCopies following;
  @Autowired private Credentials credentials;
  @Autowired private Erasing erasing;
  @Autowired private StatusLists lists;
  @Autowired private Accounts accounts;
  @Autowired private Claims claims;
  @Autowired private TestBadges badges;
  @Autowired private JdbcClient db;

  private final EmailAddress address = EmailAddress.of("k" + UUID.randomUUID() + "@example.org");
  private PersonId ana;
  private CredentialId badge;

  @BeforeEach
  void an_earner() {
    ana = accounts.createWithoutPassword("Ana", address, Language.EN);
    badge = badges.issue(badges.academy(), address, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    claims.accept(ana, badge, Claim.Visibility.PRIVATE);
  }

  private Sent send() {
    return copies.send(ana, badge, HOLDER, Form.LDP_VC);
  }

  /** The bit of a copy in the lists of what is out of force, and of what is so for good. */
  private List<Boolean> bits(Sent sent) {
    record Position(UUID list, int index) {}
    var at =
        db.sql("select status_list_id, status_index from wallet_copy where id = ?")
            .param(sent.id())
            .query((row, n) -> new Position(row.getObject(1, UUID.class), row.getInt(2)))
            .single();
    return List.of(
        bit(at.list(), at.index(), StatusPurpose.SUSPENSION),
        bit(at.list(), at.index(), StatusPurpose.REVOCATION));
  }

  private boolean bit(UUID list, int index, StatusPurpose purpose) {
    var document = lists.current(list, purpose).orElseThrow().document();
    var subject = ((JsonObject) Json.parse(document)).object("credentialSubject");
    return org.insignia.openbadges.status.BitstringStatusList.decode(
            String.valueOf(subject.string("encodedList")), "/encodedList")
        .isSet(index);
  }

  @Test
  void a_copy_follows_its_badge_and_its_badge_does_not_follow_it() {
    var sent = send();
    assertThat(bits(sent)).containsExactly(false, false);
    credentials.suspend("test", badge, "looked into");
    assertThat(bits(sent)).containsExactly(true, false);
    credentials.reinstate("test", badge);
    assertThat(bits(sent)).containsExactly(false, false);

    copies.withdraw(ana, sent.id());
    copies.withdraw(ana, sent.id());
    assertThat(bits(sent)).containsExactly(true, true);
    assertThat(credentials.find(badge).orElseThrow().state().name()).isEqualTo("ISSUED");
    var next = send();
    assertThat(next.id()).isNotEqualTo(sent.id());
    credentials.replace("test", badge, "Ana Nuñez", "misspelt");
    assertThat(bits(next)).containsExactly(true, true);
    assertThatThrownBy(this::send).isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void many_requests_at_once_with_one_key_get_one_copy() throws Exception {
    try (var wallets = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Sent> wallet = this::send;
      var sent =
          wallets.invokeAll(IntStream.range(0, 6).mapToObj(i -> wallet).toList()).stream()
              .map(one -> one.resultNow())
              .distinct()
              .toList();
      assertThat(sent).hasSize(1);
    }
    assertThat(copies.of(ana, badge)).hasSize(1);
  }

  @Test
  void the_two_forms_are_two_copies_with_positions_of_their_own() {
    var json = send();
    var jwt = copies.send(ana, badge, HOLDER, Form.JWT_VC_JSON);
    assertThat(jwt.id()).isNotEqualTo(json.id());
    assertThat(jwt.document().split("\\.")).hasSize(3);
    copies.withdraw(ana, jwt.id());
    assertThat(bits(json)).containsExactly(false, false);
    assertThat(bits(jwt)).containsExactly(true, true);
  }

  @Test
  void copies_follow_a_merged_account_and_are_nobodys_after_an_erased_one() {
    var sent = send();
    var bo =
        accounts.createWithoutPassword(
            "Bo", EmailAddress.of("b" + UUID.randomUUID() + "@example.org"), Language.EN);
    following.follow(new AccountsMerged(bo, ana, merge(bo, ana)));
    assertThat(copies.of(bo)).hasSize(1);
    assertThat(copies.of(ana)).isEmpty();
    assertThat(following.json(bo).toString()).contains(HOLDER);

    following.forget(new AccountErased(bo));
    assertThat(copies.of(bo)).isEmpty();
    assertThat(holders()).isZero();
    assertThat(bits(sent)).containsExactly(false, false);
    credentials.revoke("test", badge, "a mistake");
    assertThat(bits(sent)).containsExactly(true, true);
  }

  private UUID merge(PersonId kept, PersonId gone) {
    var id = Ids.next();
    db.sql(
            "insert into account_merge (id, kept_id, gone_id, merged_at, undo_until) values (?, ?, ?, now(), now())")
        .params(id, kept.value(), gone.value())
        .update();
    return id;
  }

  @Test
  void when_the_issuer_forgets_somebody_the_copy_is_revoked_and_names_nobody() {
    var sent = send();
    erasing.erase("test", badge);
    assertThat(bits(sent)).containsExactly(true, true);
    assertThat(holders()).isZero();
  }

  private int holders() {
    return db.sql(
            "select count(*) from wallet_copy where credential_id = ? and (holder <> '' or document is not null)")
        .param(badge.value())
        .query(Integer.class)
        .single();
  }

  @Test
  void the_database_itself_keeps_copies_as_they_are() {
    var sent = send();
    for (String change :
        List.of(
            "delete from wallet_copy where id = ?",
            "update wallet_copy set document = 'x' where id = ?",
            "update wallet_copy set holder = 'did:key:zOther' where id = ?",
            "update wallet_copy set status_index = (status_index + 1) % 131072 where id = ?",
            "update wallet_copy w set (status_list_id, status_index) = (select c.status_list_id, c.status_index from credential c where c.id = w.credential_id) where id = ?")) {
      assertThatThrownBy(() -> db.sql(change).param(sent.id()).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    copies.withdraw(ana, sent.id());
    assertThatThrownBy(() ->
            db.sql("update wallet_copy set withdrawn_at = null where id = ?")
                .param(sent.id())
                .update())
        .isInstanceOf(DataAccessException.class);
  }
}
