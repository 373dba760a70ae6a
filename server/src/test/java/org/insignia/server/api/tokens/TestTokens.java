package org.insignia.server.api.tokens;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/** Gives tests tokens as the console gives them, each made by an owner of its own. */
@Component
public final class TestTokens {
  private final ApiTokens tokens;
  private final Accounts accounts;
  private final Members members;

  TestTokens(ApiTokens tokens, Accounts accounts, Members members) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.members = members;
  }

  /** One that opens everything. */
  public String of(Organisation organisation) {
    return of(organisation, EnumSet.allOf(Scope.class));
  }

  public String of(Organisation organisation, Set<Scope> scopes) {
    var address = EmailAddress.of("t" + UUID.randomUUID() + "@example.org");
    var owner =
        accounts.createConfirmed("Olga Owner", address, "violet otter lantern", Language.EN);
    members.grant("test", owner.value(), organisation.id(), Role.OWNER);
    return tokens.make(owner, organisation, "Program", scopes, Duration.ofDays(30)).secret();
  }
}
