package org.insignia.server.transcripts.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.transcripts.guard.Guards;
import org.insignia.server.transcripts.opening.Openings.Later;
import org.insignia.server.transcripts.opening.Openings.Opened;
import org.insignia.server.transcripts.opening.Openings.Outcome;
import org.insignia.server.transcripts.opening.Openings.Wrong;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.AccessCodes;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class OpeningsModuleTest {
  private static final String CODE = "violet otter";

  /** Some days ago, so that tries of this test are no recent ones of others. */
  private static final Instant NOON = Instant.now().minus(Duration.ofDays(3));

  @Autowired Accounts accounts;
  @Autowired Shares shares;
  @Autowired AccessCodes codes;
  @Autowired Alarms alarms;
  @Autowired Grants grants;
  @Autowired Guards guards;
  @Autowired MailSink sink;

  private final String address = "t" + UUID.randomUUID() + "@example.org";

  /** Networks that no other test comes from. */
  private final String nets = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4);

  private PersonId ana;
  private Share share;

  @BeforeEach
  void somebody() {
    ana =
        accounts.createConfirmed(
            "Ana Silva", EmailAddress.of(address), "violet otter lantern", Language.EN);
    share = make(Duration.ofDays(90));
  }

  @Test
  void the_right_code_opens_however_it_was_typed() {
    assertThat(at(NOON).open(share.transcript().text(), CODE, net(1))).isEqualTo(new Opened(share));
    assertThat(
            at(NOON)
                .open(" " + share.transcript().value().toLowerCase() + " ", "VIOLET-OTTER", net(1)))
        .isEqualTo(new Opened(share));
  }

  @Test
  @DisplayName("C9: unknown ID, wrong code, closed and expired shares are answered alike")
  void what_does_not_open_is_not_told_apart() {
    var closed = make(null);
    shares.revoke(ana, closed.id());
    assertThat(at(NOON).open(share.transcript().text(), "violet otters", net(1)))
        .isEqualTo(new Wrong());
    assertThat(at(NOON).open("7ZK4M-9QTW2-0ABCD-EFGHJ-KMNPQR", CODE, net(1)))
        .isEqualTo(new Wrong());
    assertThat(at(NOON).open(closed.transcript().text(), CODE, net(1))).isEqualTo(new Wrong());
    var afterwards = NOON.plus(Duration.ofDays(94));
    assertThat(at(afterwards).open(share.transcript().text(), CODE, net(1))).isEqualTo(new Wrong());
  }

  /** Five of them at a time: that the right code then waits shows that each was counted. */
  @Test
  @DisplayName("C9: every code of the list is refused and counted")
  void every_code_of_the_list_is_refused_and_counted() throws IOException {
    var list =
        Path.of(System.getProperty("insignia.shared", "../../shared"))
            .resolve("data/hostile/lists/access-codes.jsonl");
    assumeTrue(Files.exists(list), "needs " + list);
    var json = new JsonMapper();
    var typed =
        Files.readAllLines(list).stream()
            .map(line -> json.readTree(line).path("value").asString())
            .toList();
    assertThat(typed).hasSizeBetween(5, 10); // else some are not tried below
    for (int from : List.of(0, typed.size() - 5)) {
      var guessed = make(Duration.ofDays(90)).transcript().text();
      var here = net(from + 1);
      for (var code : typed.subList(from, from + 5)) {
        assertThat(at(NOON).open(guessed, code, here)).as(code).isEqualTo(new Wrong());
      }
      assertThat(at(NOON).open(guessed, CODE, here)).isEqualTo(new Later(Duration.ofMinutes(1)));
    }
  }

  @Test
  @DisplayName("C9: the sixth wrong try waits, whether or not there is such a transcript")
  void after_five_wrong_tries_there_is_a_wait_for_known_and_unknown_alike() {
    for (var id : List.of(share.transcript().text(), "7" + nobody(), "no id at all " + nets)) {
      for (int i = 0; i < 5; i++) {
        assertThat(at(NOON).open(id, "wrong code " + i, net(1))).isEqualTo(new Wrong());
      }
      assertThat(at(NOON).open(id, CODE, net(1))).isEqualTo(new Later(Duration.ofMinutes(1)));
    }
  }

  @Test
  @DisplayName("C9: tries spread over 50 networks and two nodes get ten judged in an hour")
  void spreading_over_networks_gains_nothing() {
    int judged = 0;
    for (int i = 0; i < 200; i++) {
      judged +=
          isJudged(at(NOON).open(share.transcript().text(), "guess " + i, net(i % 50))) ? 1 : 0;
    }
    assertThat(judged).isEqualTo(10);
  }

  @Test
  @DisplayName("C9: one network alone never uses up what a transcript allows")
  void while_one_attacker_is_at_it_the_right_code_from_elsewhere_still_opens() {
    var now = NOON;
    int judged = 0;
    for (int minute = 0; minute < 60; minute++) {
      judged +=
          isJudged(at(now).open(share.transcript().text(), "guess " + minute, net(1))) ? 1 : 0;
      now = now.plusSeconds(59);
    }
    assertThat(judged).isEqualTo(7);
    assertThat(at(now).open(share.transcript().text(), CODE, net(2))).isEqualTo(new Opened(share));
    assertThat(at(now).open(share.transcript().text(), CODE, net(2))).isEqualTo(new Opened(share));
  }

  @Test
  void addresses_of_one_household_are_one_network() {
    for (int i = 0; i < 5; i++) {
      at(NOON).open(share.transcript().text(), "guess " + i, nets + ":7::" + i);
    }
    assertThat(at(NOON).open(share.transcript().text(), CODE, nets + ":7::99"))
        .isInstanceOf(Later.class);
    assertThat(at(NOON).open(share.transcript().text(), CODE, net(8))).isEqualTo(new Opened(share));
  }

  @Test
  @DisplayName("C10: 50 clients x 20 guesses on two nodes at once: at most ten are judged")
  void fifty_clients_at_once_get_no_more_judged_than_the_limit() throws Exception {
    var nodes = List.of(at(NOON), at(NOON.plusMillis(2)));
    var clients = new ArrayList<Callable<Integer>>();
    for (int c = 0; c < 50; c++) {
      int client = c;
      clients.add(() -> {
        int judged = 0;
        for (int guess = 0; guess < 20; guess++) {
          var outcome =
              nodes
                  .get(client % 2)
                  .open(share.transcript().text(), "guess " + client + guess, net(client));
          judged += isJudged(outcome) ? 1 : 0;
        }
        return judged;
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int judged = 0;
      for (var client : threads.invokeAll(clients)) {
        judged += client.get();
      }
      assertThat(judged).isEqualTo(10);
    }
  }

  @Test
  @DisplayName("C9: the earner is told of many wrong codes, once")
  void the_earner_is_told_by_mail() {
    for (int i = 0; i < 4; i++) {
      at(NOON).open(share.transcript().text(), "guess " + i, net(i));
    }
    alarms.once();
    assertThat(sink.received()).noneMatch(mail -> mail.to().equals(address));
    for (int i = 0; i < 6; i++) {
      at(NOON).open(share.transcript().text(), "again " + i, net(i));
    }
    var mail = new Mailbox(sink).newestTo(address);
    assertThat(mail.subject()).contains("For Northwind");
    assertThat(mail.text())
        .contains(share.transcript().text(), "/home/transcript/shares/" + share.id());
    while (alarms.once()) {
      // whatever is due for this or another test
    }
    assertThat(sink.received().stream().filter(m -> m.to().equals(address))).hasSize(1);
  }

  @Test
  @DisplayName("C9: after a hundred wrong codes in a row only another code opens")
  void a_hundred_wrong_codes_close_it_until_its_earner_sets_another() {
    var now = NOON;
    for (int i = 0; i < 100; i++) {
      assertThat(at(now).open(share.transcript().text(), "guess " + i, net(i)))
          .isEqualTo(new Wrong());
      now = now.plus(Duration.ofMinutes(7));
    }
    now = now.plus(Duration.ofDays(2));
    assertThat(at(now).open(share.transcript().text(), CODE, net(999))).isInstanceOf(Later.class);
    shares.changeCode(ana, share.id(), AccessCode.typed("zebra 42 mar"));
    assertThat(at(now).open(share.transcript().text(), "zebra 42 mar", net(999)))
        .isEqualTo(new Opened(share));
    assertThat(at(now).open(share.transcript().text(), CODE, net(999))).isEqualTo(new Wrong());
  }

  @Test
  void a_grant_opens_its_share_alone_and_ends_with_it() {
    var other = make(null);
    var token = grants.give(share);
    assertThat(grants.find(token, share.transcript())).isPresent();
    assertThat(grants.find(token, other.transcript())).isEmpty();
    shares.changeCode(ana, share.id(), AccessCode.typed("zebra 42 mar"));
    assertThat(grants.find(token, share.transcript())).isEmpty();
    var second = grants.give(other);
    shares.revoke(ana, other.id());
    assertThat(grants.find(second, other.transcript())).isEmpty();
  }

  @Test
  @DisplayName("C9: hostile IDs and codes are refused, counted and break nothing")
  void hostile_input_is_wrong_and_nothing_else() {
    var hostile =
        List.of(
            "",
            "\u0000",
            "%",
            "*",
            "null",
            "true",
            "１２３４５６",
            "0".repeat(5000),
            "\uD800",
            "' or 1=1 --");
    for (int i = 0; i < hostile.size(); i++) {
      assertThat(at(NOON).open(share.transcript().text(), hostile.get(i), net(i)))
          .isEqualTo(new Wrong());
      assertThat(at(NOON).open(hostile.get(i), CODE, net(100 + i)))
          .isInstanceOfAny(Wrong.class, Later.class);
    }
    assertThat(at(NOON).open(share.transcript().text(), CODE, net(50))).isInstanceOf(Later.class);
  }

  private static boolean isJudged(Outcome outcome) {
    return !(outcome instanceof Later);
  }

  private String net(int number) {
    return nets + ":" + Integer.toHexString(number) + "::1";
  }

  private String nobody() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase().substring(0, 25);
  }

  private Share make(Duration lasts) {
    var wish = new ShareWish("For Northwind", Language.EN, false, Share.Programs.NONE, null, lasts);
    return shares.make(ana, wish, AccessCode.typed(CODE));
  }

  private Openings at(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Openings(shares, codes, guards.at(now), alarms, clock);
  }
}
