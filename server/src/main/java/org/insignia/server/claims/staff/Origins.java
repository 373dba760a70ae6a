package org.insignia.server.claims.staff;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;

/** How badges came about that staff gave, in words. */
@Component
final class Origins {
  private static final String PERSON = "person:";
  private final Giving giving;
  private final Accounts accounts;

  Origins(Giving giving, Accounts accounts) {
    this.giving = giving;
    this.accounts = accounts;
  }

  /**
   * @param sentence who gave it and when
   * @param number how the organisation numbers the earner; empty where it says nothing
   * @param listPath the list it came in; empty for a single one
   */
  record Words(String sentence, String number, String listPath) {
    static final Words NONE = new Words("", "", "");
  }

  /** Empty where no staff gave it. */
  Words of(Credential badge, String slug, Shell shell) {
    return giving
        .origin(badge)
        .map(o ->
            new Words(
                shell.t("claims.offer.given", name(o.by(), shell), shell.date(o.at())),
                o.earnerNumber(),
                o.run() == null ? "" : "/console/" + slug + "/issue/bulk/" + o.run()))
        .orElse(Words.NONE);
  }

  private String name(String by, Shell shell) {
    return by.startsWith(PERSON)
        ? accounts
            .find(new PersonId(UUID.fromString(by.substring(PERSON.length()))))
            .map(Person::name)
            .orElse(shell.t("claims.offer.somebody"))
        : shell.t("claims.offer.program");
  }
}
