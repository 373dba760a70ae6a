package org.insignia.server.certificates;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.springframework.stereotype.Component;

/** People with badges, for tests of certificates. */
@Component
public final class TestEarners {
  static final String PASSWORD = "violet otter lantern";

  private final Accounts accounts;
  private final TestBadges badges;
  private final Claims claims;
  private final Settings settings;

  TestEarners(Accounts accounts, TestBadges badges, Claims claims, Settings settings) {
    this.accounts = accounts;
    this.badges = badges;
    this.claims = claims;
    this.settings = settings;
  }

  /** Somebody with an account. */
  public record Earner(PersonId id, EmailAddress address) {}

  /** A new one, who reads this language. */
  public Earner fresh(Language language) {
    var address = EmailAddress.of("earner-" + UUID.randomUUID() + "@example.org");
    return new Earner(accounts.createConfirmed("Ana Núñez", address, PASSWORD, language), address);
  }

  /** The badge of a certification or exam, offered to the earner. */
  public CredentialId offered(Earner to, Organisation by, String uid, String name) {
    var id = badges.issue(by, uid, to.address(), name, Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  /** As {@link #offered}, and accepted. */
  public CredentialId accepted(Earner by, Organisation from, String name, Visibility visibility) {
    var id = offered(by, from, "certification.cloud", name);
    claims.accept(by.id(), id, visibility);
    return id;
  }

  /** The earner's browser. */
  public Web signedIn(Earner earner) {
    return Web.signedIn(settings, earner.address().value(), PASSWORD);
  }
}
