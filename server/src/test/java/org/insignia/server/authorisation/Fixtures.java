package org.insignia.server.authorisation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.handmade.AchievementWish;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.ClaimLinks;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.support.requests.TestRequests;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.springframework.stereotype.Component;

/** Two organisations, nine callers, and one thing of each kind that routes speak of. */
@Component
final class Fixtures {
  private final Accounts accounts;
  private final Members members;
  private final Claims claims;
  private final ClaimLinks links;
  private final Credentials credentials;
  private final Achievements achievements;
  private final TestBadges badges;
  private final Corrections corrections;
  private final Shares shares;
  private final TestRequests requests;
  private final HandMade made;

  Fixtures(
      Accounts accounts,
      Members members,
      Claims claims,
      ClaimLinks links,
      Credentials credentials,
      Achievements achievements,
      TestBadges badges,
      Corrections corrections,
      Shares shares,
      TestRequests requests,
      HandMade made) {
    this.accounts = accounts;
    this.members = members;
    this.claims = claims;
    this.links = links;
    this.credentials = credentials;
    this.achievements = achievements;
    this.badges = badges;
    this.corrections = corrections;
    this.shares = shares;
    this.requests = requests;
    this.made = made;
  }

  /**
   * What a test run has in front of it.
   *
   * @param values what stands for {@code $name} in the matrix
   */
  record Scene(Map<Caller, EmailAddress> accounts, Map<String, String> values) {
    /** The text with the names of fixtures replaced, {@code $caller} by who asks. */
    String fill(String path, Caller caller) {
      var filled = path.replace("$caller", caller.name().toLowerCase(java.util.Locale.ROOT));
      for (var entry : values.entrySet()) {
        filled = filled.replace("$" + entry.getKey(), entry.getValue());
      }
      if (filled.contains("$")) {
        throw new AssertionError("no such fixture: " + path);
      }
      return filled;
    }
  }

  Scene lay() {
    Organisation academy = badges.academy();
    Organisation other = badges.academy();
    var mailboxes = new EnumMap<Caller, EmailAddress>(Caller.class);
    var people = new EnumMap<Caller, PersonId>(Caller.class);
    for (var caller : Caller.values()) {
      if (caller != Caller.ANONYMOUS) {
        var name = caller.name().toLowerCase(java.util.Locale.ROOT);
        var mailbox = EmailAddress.of(name + "-" + UUID.randomUUID() + "@example.org");
        mailboxes.put(caller, mailbox);
        people.put(caller, accounts.createConfirmed(name, mailbox, Browser.PASSWORD, Language.EN));
      }
    }
    grant(people, Caller.VIEWER, academy, Role.VIEWER);
    grant(people, Caller.ISSUER, academy, Role.ISSUER);
    grant(people, Caller.ADMIN, academy, Role.ADMIN);
    grant(people, Caller.LEADER, academy, Role.OWNER);
    grant(people, Caller.STRANGER, other, Role.OWNER);
    members.makeOperator("test", people.get(Caller.OPERATOR).value());
    // One who leads something may not leave, whether or not other tests made operators as well.
    grant(people, Caller.OPERATOR, badges.academy(), Role.OWNER);
    return new Scene(mailboxes, values(academy, other, mailboxes, people));
  }

  private Map<String, String> values(
      Organisation academy,
      Organisation other,
      Map<Caller, EmailAddress> mailboxes,
      Map<Caller, PersonId> people) {
    var ana = mailboxes.get(Caller.OWNER);
    var owner = people.get(Caller.OWNER);
    var hidden = offered(academy, "certification.cloud", ana);
    claims.accept(owner, hidden, Visibility.PRIVATE);
    var shown = offered(academy, "exam.a", ana);
    claims.accept(owner, shown, Visibility.PUBLIC);
    var waiting = offered(academy, "exam.b", ana);
    var foreign = offered(other, "exam.a", mailboxes.get(Caller.EARNER));
    claims.accept(people.get(Caller.EARNER), foreign, Visibility.PRIVATE);
    var link = links.fresh(waiting).toString();
    var credential = credentials.find(hidden).orElseThrow();
    var values = new HashMap<String, String>();
    corrections.ask(owner, shown, new Corrections.Wish("Anna", "", false));
    values.put("wish", corrections.open(academy.id(), 1).getFirst().id().toString());
    var window =
        shares.make(
            owner,
            new ShareWish("Northwind", Language.EN, false, Share.Programs.WITH_CODE, null, null),
            AccessCode.typed("violet otter"));
    values.put("window", window.id().toString());
    values.put("transcript", window.transcript().text());
    values.put("request", requests.ask(owner, academy).toString());
    values.put("slug", academy.slug());
    values.put("hidden", hidden.value().toString());
    values.put("shown", shown.value().toString());
    values.put("waiting", waiting.value().toString());
    values.put("foreign", foreign.value().toString());
    values.put("nothing", "01900000-0000-7000-8000-000000000000");
    values.put("token", "A".repeat(43));
    values.put("claim", link.substring(link.lastIndexOf('/') + 1));
    values.put("vanity", accounts.person(owner).vanity());
    var own =
        achievements.get(
            made.add(
                "test",
                academy,
                new AchievementWish(
                    Language.EN,
                    Map.of(Language.EN, new Words("Mentor", "", "Help others.", List.of())),
                    Particulars.NONE)));
    values.put("made", own.id().value().toString());
    values.put("look", own.design().value().toString());
    values.put("achievement", achievements.get(credential.achievement()).slug());
    values.put("list", credential.status().list().toString());
    values.put("mailbox", mailboxes.get(Caller.EARNER).value());
    return values;
  }

  private void grant(Map<Caller, PersonId> people, Caller who, Organisation where, Role role) {
    members.grant("test", people.get(who).value(), where.id(), role);
  }

  private CredentialId offered(Organisation by, String uid, EmailAddress to) {
    var id = badges.issue(by, uid, to, "Ana", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }
}
