package org.insignia.server.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.claims.AutoAccept;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.demo.DemoPeople.Member;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.Intake;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * An invented certification programme with people in every situation, laid through the doors that
 * everybody uses.
 */
@Component
final class DemoProgramme {
  private static final String ACTOR = "demo";
  private static final String SLUG = "meridian";
  private static final String UNCLAIMED = "li.wei@example.com";

  /** The local mailbox refuses letters to this one, for staff to see that. */
  private static final String UNREACHABLE = "ines.castellanos@example.org";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern CLAIM_LINK = Pattern.compile("https?://\\S+/claim/[A-Za-z0-9_-]+");

  /** The badges of the demo's earner: three exams, four certifications. */
  private static final int BADGES = 7;

  /** Of the type that the institute has expire, so that one of the earner's has. */
  private static final Map<String, Period> VALIDITY = Map.of("specialty", Period.ofMonths(6));

  private final Organisations organisations;
  private final Members members;
  private final DemoPeople people;
  private final Accounts accounts;
  private final CatalogImports catalogue;
  private final Catalog rules;
  private final Intake intake;
  private final DemoMarket market;
  private final DemoEarner ana;
  private final DemoRecord record;
  private final Claims claims;
  private final AutoAccept autoAccept;
  private final ObjectProvider<MailSink> mailbox;
  private final Settings settings;

  DemoProgramme(
      Organisations organisations,
      Members members,
      DemoPeople people,
      Accounts accounts,
      CatalogImports catalogue,
      Catalog rules,
      Intake intake,
      DemoMarket market,
      DemoEarner ana,
      DemoRecord record,
      Claims claims,
      AutoAccept autoAccept,
      ObjectProvider<MailSink> mailbox,
      Settings settings) {
    this.organisations = organisations;
    this.members = members;
    this.people = people;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.rules = rules;
    this.intake = intake;
    this.market = market;
    this.ana = ana;
    this.record = record;
    this.claims = claims;
    this.autoAccept = autoAccept;
    this.mailbox = mailbox;
    this.settings = settings;
  }

  /** Lays everything and waits until the badges are there. */
  DemoFile lay() {
    var organisation = organisation();
    var operator = people.create("Robin Oduya", "operator@example.org", Language.EN);
    members.makeOperator(ACTOR, operator.id().value());
    var owner = people.create("Grace Adeyemi", "owner@example.org", Language.EN);
    members.grant(ACTOR, owner.id().value(), organisation.id(), Role.OWNER);
    catalogue.importFiles(ACTOR, organisation.id(), DemoFiles.catalogue());
    rules.setRules(ACTOR, organisation.id(), expiring());
    var unasked = people.create("Bianca Ricci", "bianca.ricci@example.org", Language.IT);
    autoAccept.turnOn(unasked.id(), Claim.Visibility.PUBLIC);
    mailbox.ifAvailable(sink -> sink.refuse(EmailAddress.of(UNREACHABLE)));
    for (var provider : List.of("pearson-vue", "certiport")) {
      intake.accept(
          organisation.id(),
          provider,
          "demo-" + provider + ".csv",
          DemoFiles.results(provider),
          ACTOR);
    }
    var earner = people.create("Ana Marques", "ana.marques@example.org", Language.EN);
    market.lay(ACTOR);
    var home = ana.furnish(earner, waiting(earner));
    record.lookForWork(earner);
    return new DemoFile(
        settings.baseUrl().toString(),
        new DemoFile.SignIn(operator.email(), operator.password()),
        new DemoFile.Owner(owner.email(), owner.password(), organisation.slug()),
        new DemoFile.Earner(earner.email(), earner.password(), profile(earner)),
        new DemoFile.Unclaimed(UNCLAIMED, claimLink()),
        settings.url("/badges/" + home.badge().value()).toString(),
        settings.url("/collections/" + home.collection()).toString(),
        new DemoFile.SignIn(unasked.email(), unasked.password()),
        record.share(earner));
  }

  private static Rules expiring() {
    var usual = Rules.DEFAULT;
    return new Rules(
        usual.examBadges(),
        usual.singleExam(),
        usual.lateResults(),
        VALIDITY,
        usual.validityByUid(),
        usual.renewalWindow());
  }

  private Organisation organisation() {
    return organisations
        .find(SLUG)
        .orElseGet(() ->
            organisations.create(
                ACTOR,
                SLUG,
                "Meridian Institute",
                URI.create("https://meridian.example"),
                "badges@meridian.example"));
  }

  private List<Claim> waiting(Member earner) {
    return eventually(
        "the badges of the demo's earner",
        () -> Optional.of(claims.waitingFor(earner.id())).filter(w -> w.size() == BADGES));
  }

  private String profile(Member earner) {
    return settings.url("/users/" + accounts.person(earner.id()).vanity()).toString();
  }

  /**
   * The link stands in the mail that went to the local mailbox; with a real mail server only the
   * addressee has it.
   */
  private String claimLink() {
    var sink = mailbox.getIfAvailable();
    if (sink == null) {
      return "";
    }
    return eventually(
        "the invitation to " + UNCLAIMED,
        () ->
            sink.received().stream()
                .filter(mail -> mail.to().equals(UNCLAIMED))
                .map(mail -> CLAIM_LINK.matcher(mail.text()))
                .filter(java.util.regex.Matcher::find)
                .map(java.util.regex.Matcher::group)
                .findFirst());
  }

  private static <T> T eventually(String what, Supplier<Optional<T>> question) {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      var answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + what, e);
      }
    }
    throw new IllegalStateException(what + " did not appear within " + PATIENCE);
  }
}
