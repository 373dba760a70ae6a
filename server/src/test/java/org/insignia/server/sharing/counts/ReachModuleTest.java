package org.insignia.server.sharing.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.apache.catalina.Globals;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.sharing.Browser;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.share.OrganisationLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ServerTest
class ReachModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String BOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired PublicBadges publicBadges;
  @Autowired Reach reach;
  @Autowired ReachStore store;
  @Autowired OrganisationLinks links;
  @Autowired JdbcClient db;
  @Autowired MailSink sink;

  private final EmailAddress mailbox = EmailAddress.of("v" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private CredentialId id;

  @BeforeEach
  void accept() {
    academy = badges.academy();
    id = badges.issue(academy, mailbox, "Ana", Language.EN);
    new Mailbox(sink).newestTo(mailbox.value());
    claims.accept(
        accounts.createConfirmed("Ana", mailbox, PASSWORD, Language.EN), id, Visibility.PUBLIC);
  }

  @Test
  void the_country_of_whoever_accepts_is_counted_and_not_whose_badge_it_was() {
    var other = EmailAddress.of("w" + UUID.randomUUID() + "@example.org");
    var waiting = badges.issue(academy, other, "Eva", Language.EN);
    new Mailbox(sink).newestTo(other.value());
    var eva = accounts.createConfirmed("Eva", other, PASSWORD, Language.EN);
    var request = new MockHttpServletRequest();
    request.addHeader("CF-IPCountry", "UY");
    request.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, true);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      claims.accept(eva, waiting, Visibility.PRIVATE);
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
    Until.holds(() ->
        db.sql(
                """
                select country || ' ' || kind || ' ' || count from reach_country where organisation_id = :id
                """)
            .param("id", academy.id().value())
            .query(String.class)
            .list()
            .equals(List.of("UY ACCEPTED 1")));
  }

  @Test
  void counts_people_who_look_but_no_programs_and_not_the_owner() {
    var page = "/badges/" + id.value();
    var anybody = Browser.fresh(settings);
    for (int i = 0; i < 3; i++) {
      anybody.get(page, "User-Agent", Browser.PERSON);
    }
    anybody.get(page, "User-Agent", BOT);
    anybody.get(page);
    anybody.get(page, "User-Agent", Browser.PERSON, "Sec-Purpose", "prefetch");
    Browser.signedIn(settings, mailbox.value(), PASSWORD).get(page, "User-Agent", Browser.PERSON);
    anybody.get("/embedded_badge/" + id.value(), "User-Agent", Browser.PERSON);
    anybody.get("/embedded_badge/" + id.value(), "User-Agent", BOT);
    anybody.get(
        "/embedded_badge/" + id.value(),
        "User-Agent",
        Browser.PERSON,
        "Sec-Fetch-Site",
        "same-origin");
    until(() -> reach.ofBadge(id).embeds(), 1);
    assertThat(reach.ofBadge(id).views()).isEqualTo(3);
    assertThat(reach.ofBadgeLately(id).views()).isEqualTo(3);
  }

  @Test
  void counts_shares_from_our_own_page_alone() {
    var share = "/badges/" + id.value() + "/share";
    var owner = Browser.signedIn(settings, mailbox.value(), PASSWORD);
    owner.get(share + "/to/linkedin", "Sec-Fetch-Site", "same-origin");
    owner.get(share + "/to/x", "Sec-Fetch-Site", "cross-site");
    owner.post(share, share + "/told", "event=link");
    owner.post(share, share + "/told", "event=email");
    until(() -> reach.ofBadge(id).shares(), 3);
    assertThat(reach.sharesOf(id)).containsOnlyKeys(Event.LINKEDIN, Event.LINK, Event.EMAIL);
    assertThat(owner.get(share).body()).contains("LinkedIn: post: 1", "Link: 1", "E-mail: 1");
  }

  @Test
  void two_nodes_add_to_the_same_day_and_nothing_is_lost() throws Exception {
    var badge = publicBadges.ofEverybody(id);
    var clock = java.time.Clock.systemUTC();
    var nodes = new Reach[] {node(store, clock), node(store, clock)};
    var done = new CountDownLatch(nodes.length);
    for (var node : nodes) {
      Thread.ofPlatform()
          .start(() -> {
            for (int i = 0; i < 500; i++) {
              node.noteFrom(i % 2 == 0 ? "UY" : "", badge, Event.VIEW);
              if (i % 20 == 0) {
                node.write();
              }
            }
            node.destroy();
            done.countDown();
          });
    }
    done.await();
    assertThat(reach.ofBadge(id).views()).isEqualTo(1000);
    assertThat(
            db.sql("select count(*) from reach where credential_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(
            db.sql("select count from reach_country where organisation_id = :id")
                .param("id", academy.id().value())
                .query(Long.class)
                .single())
        .isEqualTo(500);
  }

  private Reach node(ReachStore counts, java.time.Clock clock) {
    return new Reach(
        counts, new Countries(new CountryStore(db), clock), new Whence(settings), clock);
  }

  @Test
  void what_cannot_be_written_now_is_written_later() {
    var badge = publicBadges.ofEverybody(id);
    var failing =
        new ReachStore(db) {
          int failures = 1;

          @Override
          void add(java.util.Map<Key, Long> counts) {
            if (failures-- > 0) {
              throw new IllegalStateException("the database is away");
            }
            super.add(counts);
          }
        };
    var node = node(failing, java.time.Clock.systemUTC());
    node.note(badge, Event.VIEW);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(node::write)).isNotNull();
    node.note(badge, Event.VIEW);
    node.write();
    assertThat(reach.ofBadge(id).views()).isEqualTo(2);
  }

  @Test
  void staff_sees_sums_by_badge_and_strangers_nothing() {
    var badge = publicBadges.ofEverybody(id);
    for (int i = 0; i < 1234; i++) {
      reach.note(badge, Event.VIEW);
    }
    reach.note(badge, Event.WHATSAPP);
    until(() -> reach.ofBadge(id).shares(), 1);
    var page = "/console/" + academy.slug() + "/reach";
    assertThat(Browser.fresh(settings).get(page).statusCode()).isEqualTo(303);
    var viewer = staff(Role.VIEWER);
    assertThat(viewer.get(page).body())
        .contains("Northwind Certified: Cloud Administrator Associate", "1,234")
        .doesNotContain("<form method=\"post\" action=\"" + page);
    assertThat(viewer.get(page + "?since=ever&lang=it").body()).contains("1.234");
    assertThat(Browser.signedIn(settings, mailbox.value(), PASSWORD).get(page).statusCode())
        .isEqualTo(404);
    assertThat(viewer.post("/account", page + "/linkedin", "linkedin=1035").statusCode())
        .isEqualTo(403);
    assertThat(links.linkedIn(academy.id())).isEmpty();
  }

  @Test
  void an_administrator_sets_the_number_at_linkedin() {
    var page = "/console/" + academy.slug() + "/reach";
    var admin = staff(Role.ADMIN);
    assertThat(admin.post(page, page + "/linkedin", "linkedin=acme").body())
        .contains("Please write the number alone", "value=\"acme\"");
    assertThat(admin.post(page, page + "/linkedin", "linkedin=-1").statusCode()).isEqualTo(422);
    admin.post(page, page + "/linkedin", "linkedin=1035");
    assertThat(links.linkedIn(academy.id())).contains(1035L);
    admin.post(
        page,
        page + "/linkedin",
        "linkedin=" + Browser.encoded("https://www.linkedin.com/company/77/admin/page-posts/"));
    assertThat(links.linkedIn(academy.id())).contains(77L);
    assertThat(admin.get(page).body()).contains("value=\"77\"");
    admin.post(page, page + "/linkedin", "linkedin=");
    assertThat(links.linkedIn(academy.id())).isEmpty();
  }

  private Browser staff(Role role) {
    var address = "w" + UUID.randomUUID() + "@example.org";
    PersonId person =
        accounts.createConfirmed("Sam", EmailAddress.of(address), PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), role);
    return Browser.signedIn(settings, address, PASSWORD);
  }

  private static void until(LongSupplier count, long wanted) {
    var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (count.getAsLong() < wanted) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    assertThat(count.getAsLong()).isEqualTo(wanted);
  }
}
