package org.insignia.server.results;

import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;

/**
 * Whom a dossier speaks of and where to reach them.
 *
 * @param dossier the dossier that was asked for, also where it was merged into another
 * @param language of the candidate's account: for letters only, it decides nothing else
 * @param person the account that proved to own one of the candidates' mailboxes
 */
public record Holder(
    DossierId dossier,
    OrganisationId organisation,
    String givenName,
    String familyName,
    EmailAddress email,
    Language language,
    Optional<PersonId> person) {
  /**
   * The whole name as it is printed: names in Chinese characters have the family first and no
   * blank.
   */
  public String name() {
    return wholeName(givenName, familyName);
  }

  /** As {@link #name()}, of these two. */
  public static String wholeName(String givenName, String familyName) {
    return isHan(givenName) && isHan(familyName)
        ? familyName + givenName
        : (givenName + " " + familyName).strip();
  }

  private static boolean isHan(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
