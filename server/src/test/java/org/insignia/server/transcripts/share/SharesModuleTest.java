package org.insignia.server.transcripts.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.accounts.postal.PostalAddresses;
import org.insignia.server.accounts.postal.TypedAddress;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.transcripts.opening.Grants;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SharesModuleTest {
  private static final AccessCode CODE = AccessCode.typed("violet otter");

  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired Erasures erasures;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired PostalAddresses addresses;
  @Autowired Shares shares;
  @Autowired Window window;
  @Autowired Grants grants;
  @Autowired Views views;
  @Autowired ShareFollowing following;
  @Autowired JdbcClient db;

  private final String mailbox = "s" + UUID.randomUUID() + "@example.org";
  private PersonId ana;

  @BeforeEach
  void somebody() {
    ana = person(mailbox);
  }

  @Test
  void the_code_is_kept_as_a_slow_hash_only() {
    var share = make(ana, null, false);
    var row =
        db.sql("select to_jsonb(s)::text from transcript_share s where id = :id")
            .param("id", share.id())
            .query(String.class)
            .single();
    assertThat(row).contains("$argon2id$v=19$").doesNotContainIgnoringCase("otter");
  }

  @Test
  void another_persons_share_is_no_share() {
    var share = make(ana, null, false);
    var bo = person("b" + mailbox);
    assertThatThrownBy(() -> shares.mine(bo, share.id())).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> shares.revoke(bo, share.id())).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> shares.remove(bo, share.id())).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> shares.changeCode(bo, share.id(), CODE))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(shares.mine(ana, share.id()).revokedAt()).isNull();
  }

  @Test
  void a_closed_share_stays_closed() {
    var share = make(ana, null, false);
    shares.revoke(ana, share.id());
    assertThat(shares.mine(ana, share.id()).revokedAt()).isNotNull();
    assertThatThrownBy(() -> shares.changeCode(ana, share.id(), CODE))
        .isInstanceOf(Problem.Conflict.class);
    shares.remove(ana, share.id());
    assertThat(shares.of(ana)).isEmpty();
  }

  @Test
  void all_that_speaks_against_a_share_is_told_and_none_is_made() {
    var wish =
        new ShareWish(
            "a\nb", Language.EN, false, Share.Programs.NONE, List.of(), Duration.ofDays(1));
    var short7 = AccessCode.typed("otter 7");
    assertThat(shares.objections(ana, wish, short7))
        .containsExactly(
            Shares.Objection.NAME, Shares.Objection.CODE_SHORT, Shares.Objection.ITEMS);
    assertThatThrownBy(() -> shares.make(ana, wish, short7)).isInstanceOf(Problem.Invalid.class);
    assertThat(shares.of(ana)).isEmpty();
    var share = make(ana, null, false);
    assertThatThrownBy(() -> shares.changeCode(ana, share.id(), AccessCode.typed("password")))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void there_are_at_most_fifty() {
    db.sql(
            """
            insert into transcript_share (id, person_id, transcript_id, counted_under, code_hash, name,
                language, with_address, programs, made_at)
            select gen_random_uuid(), :person,
                   translate(upper(lpad(substr(md5(:person::text || n), 1, 25), 26, '0')), 'ILOU', '1100'),
                   :person::text || n, '$argon2id$', 'x', 'en', false, 'NONE', now()
              from generate_series(1, 50) n
            """)
        .param("person", ana.value())
        .update();
    assertThatThrownBy(() -> make(ana, null, false)).isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void it_shows_what_is_in_force_or_what_was_chosen_and_nothing_else() {
    held(ana, mailbox, "certification.cloud");
    held(ana, mailbox, "exam.a");
    var all = window.of(make(ana, null, false), Language.EN).items();
    assertThat(all).isNotEmpty();
    var key = all.getFirst().key();
    var one = window.of(make(ana, List.of(key), false), Language.EN);
    assertThat(one.items()).extracting(TranscriptItem::key).isEqualTo(List.of(key));
    assertThat(one.attempts()).isEmpty();
    assertThat(one.underWay()).isEmpty();
    var none = window.of(make(ana, List.of("exam.of-somebody-else"), false), Language.EN);
    assertThat(none.items()).isEmpty();
  }

  @Test
  void the_address_is_shown_only_where_it_was_chosen_and_while_it_is_kept() {
    var with = make(ana, null, true);
    var without = make(ana, null, false);
    assertThat(window.of(with, Language.EN).identity().address()).isNull();
    addresses.put(ana, new TypedAddress("Jr. de la Unión 300", "Lima", "", "15001", "PE"));
    assertThat(window.of(with, Language.ES).identity().address())
        .isEqualTo("Jr. de la Unión 300\n15001 Lima\nPerú");
    assertThat(window.of(without, Language.ES).identity().address()).isNull();
    addresses.remove(ana);
    assertThat(window.of(with, Language.EN).identity().address()).isNull();
  }

  @Test
  void shares_follow_into_a_merged_account_and_back_again() {
    var kept = person("k" + mailbox);
    var share = make(ana, null, false);
    views.note(share, Views.Kind.PAGE);
    merges.merge(kept, ana);
    assertThat(shares.of(kept)).extracting(Share::id).isEqualTo(List.of(share.id()));
    assertThat(shares.of(ana)).isEmpty();
    assertThat(views.count(share)).isEqualTo(1);
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(shares.of(kept)).isEmpty();
    assertThat(shares.of(ana)).extracting(Share::id).isEqualTo(List.of(share.id()));
  }

  @Test
  void with_the_account_go_shares_views_grants_and_tries() {
    var share = make(ana, null, true);
    views.note(share, Views.Kind.PDF);
    var token = grants.give(share);
    assertThat(erasures.stakes(ana)).contains(new Stake.Line("shares.stake", 1));
    erasures.erase(ana);
    assertThat(shares.find(share.transcript())).isEmpty();
    assertThat(grants.find(token, share.transcript())).isEmpty();
    for (var table : List.of("transcript_view", "transcript_grant")) {
      assertThat(
              db.sql("select count(*) from " + table + " where share_id = :id")
                  .param("id", share.id())
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void they_stand_in_the_export_without_the_code() {
    assertThat(following.json(ana)).isEmpty();
    var share = make(ana, null, false);
    assertThat(following.json(ana).orElseThrow().toString())
        .contains(share.transcript().text(), "name=For Northwind")
        .doesNotContain("argon2");
  }

  @Test
  void items_that_nobody_chose_are_no_share() {
    assertThatThrownBy(() -> make(ana, List.of(), false)).isInstanceOf(Problem.Invalid.class);
  }

  private void held(PersonId person, String address, String uid) {
    var id =
        badges.issue(badges.academy(), uid, EmailAddress.of(address), "Ana Silva", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(person, id, Visibility.PRIVATE);
  }

  private Share make(PersonId person, List<String> items, boolean withAddress) {
    return shares.make(
        person,
        new ShareWish(
            "For Northwind",
            Language.EN,
            withAddress,
            Share.Programs.NONE,
            items,
            Duration.ofDays(90)),
        CODE);
  }

  private PersonId person(String address) {
    return accounts.createConfirmed(
        "Ana Silva", EmailAddress.of(address), "violet otter lantern", Language.EN);
  }
}
