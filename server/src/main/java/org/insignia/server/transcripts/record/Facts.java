package org.insignia.server.transcripts.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Ownership.Accepted;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.TakenExam;

/**
 * What the features below know of one person.
 *
 * @param exams of all dossiers and providers, by organisation
 * @param awards that stand
 * @param credentials the one that stands for each award, else the last that stood
 * @param accepted what the person accepted
 */
record Facts(
    Map<OrganisationId, List<TakenExam>> exams,
    List<Award> awards,
    Map<AwardId, Credential> credentials,
    Map<CredentialId, Accepted> accepted,
    Map<AchievementId, Achievement> achievements) {

  Optional<Credential> credential(AwardId award) {
    return Optional.ofNullable(credentials.get(award));
  }

  Achievement achievement(AchievementId id) {
    Achievement known = achievements.get(id);
    if (known == null) {
      throw new IllegalStateException("no achievement " + id.value());
    }
    return known;
  }

  boolean isAccepted(Credential credential) {
    return accepted.containsKey(credential.id());
  }

  boolean isPublic(Credential credential) {
    Accepted held = accepted.get(credential.id());
    return held != null && held.isPublic();
  }
}
