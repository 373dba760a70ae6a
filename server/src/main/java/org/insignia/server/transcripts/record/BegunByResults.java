package org.insignia.server.transcripts.record;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.eligibility.BegunCertifications;
import org.insignia.server.platform.i18n.Language;
import org.springframework.stereotype.Component;

/** Tells the features beside this one what somebody can still complete. */
@Component
final class BegunByResults implements BegunCertifications {
  private final Transcripts transcripts;

  BegunByResults(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  @Override
  public List<Begun> of(UUID person, Language language) {
    return transcripts.of(new PersonId(person), language).underWay().stream()
        .filter(one -> one.outlook() == UnderWay.Outlook.OPEN)
        .map(one -> new Begun(one.title(), one.issuer(), one.missing()))
        .toList();
  }
}
