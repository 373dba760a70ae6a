package org.insignia.server.issuing.erasure;

import java.util.List;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;

/**
 * The issuer erased whom a badge is about; published in that transaction. What others keep of it
 * and its person goes with it.
 *
 * @param organisation the issuer
 * @param credentials the badge and the copies that stood before it
 * @param recipient to whom it was given
 */
public record CredentialErased(
    OrganisationId organisation, List<CredentialId> credentials, EmailAddress recipient) {
  public CredentialErased {
    credentials = List.copyOf(credentials);
  }
}
