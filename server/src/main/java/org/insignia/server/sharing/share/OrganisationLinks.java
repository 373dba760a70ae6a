package org.insignia.server.sharing.share;

import java.util.Optional;
import java.util.regex.Pattern;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other sites know an organisation by. */
@Component
public class OrganisationLinks {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /** The address of an organisation's own page at LinkedIn when its staff is signed in there. */
  private static final Pattern ADMIN_PAGE =
      Pattern.compile(
          "https://(?:www\\.)?linkedin\\.com/(?:company|school|showcase)/([1-9][0-9]{0,17})(?:[/?#].*)?");

  private final LinkStore store;
  private final Audit audit;

  OrganisationLinks(LinkStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** Its number at LinkedIn: with it, an entry there bears its logo. */
  public Optional<Long> linkedIn(OrganisationId organisation) {
    return store.linkedIn(organisation);
  }

  /**
   * Sets its number at LinkedIn, or forgets it.
   *
   * @param typed the number or the address of the page that has it; empty to forget it
   * @throws Problem.Invalid for anything else
   */
  @Transactional
  public void setLinkedIn(String actor, OrganisationId organisation, String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      store.removeLinkedIn(organisation);
    } else {
      store.putLinkedIn(organisation, number(text));
    }
    audit.record(
        actor,
        organisation.value(),
        "sharing.linkedin",
        "organisation:" + organisation.value(),
        text.isEmpty() ? "forgotten" : Long.toString(number(text)));
  }

  private static long number(String text) {
    if (NUMBER.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    var page = ADMIN_PAGE.matcher(text);
    if (page.matches()) {
      return Long.parseLong(page.group(1));
    }
    throw new Problem.Invalid("linkedin", "a number of LinkedIn, digits only");
  }
}
