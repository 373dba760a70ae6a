package org.insignia.server.sharing.counts;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.openbadges.report.Report;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.verification.Witness;
import org.springframework.stereotype.Component;

/** Counts how often badges of this server are verified, of whoever's they are. */
@Component
final class VerifiedHere implements Witness {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Credentials credentials;
  private final Reach reach;
  private final String stem;

  VerifiedHere(Credentials credentials, Reach reach, Settings settings) {
    this.credentials = credentials;
    this.reach = reach;
    this.stem = settings.url("/badges/").toString();
  }

  @Override
  public void verified(Report report) {
    var document = report.credential();
    Optional.ofNullable(document == null ? null : document.string("id"))
        .filter(id -> id.startsWith(stem))
        .map(id -> id.substring(stem.length()))
        .filter(id -> ID.matcher(id).matches())
        .flatMap(id -> credentials.find(new CredentialId(UUID.fromString(id))))
        .ifPresent(credential -> reach.note(credential, Event.VERIFY));
  }
}
