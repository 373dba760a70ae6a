package org.insignia.server.transcripts.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Ownership;
import org.insignia.server.issuing.Ownership.Accepted;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.DossierResults;
import org.insignia.server.results.Results;
import org.insignia.server.results.TakenExam;
import org.springframework.stereotype.Component;

/** Asks the features below what they know of a person, a fixed number of times per dossier. */
@Component
final class Gathering {
  private final Results results;
  private final Awards awards;
  private final Credentials credentials;
  private final Achievements achievements;
  private final Ownership ownership;

  Gathering(
      Results results,
      Awards awards,
      Credentials credentials,
      Achievements achievements,
      Ownership ownership) {
    this.results = results;
    this.awards = awards;
    this.credentials = credentials;
    this.achievements = achievements;
    this.ownership = ownership;
  }

  Facts of(PersonId person) {
    List<DossierId> dossiers = results.dossiersOf(person);
    List<Award> given =
        dossiers.stream()
            .flatMap(dossier -> awards.of(dossier).stream())
            .filter(award -> award.state() == Award.State.GIVEN)
            .toList();
    Map<CredentialId, Accepted> accepted = accepted(person);
    Map<AwardId, Credential> standing = standing(given, accepted.keySet());
    return new Facts(
        exams(dossiers), given, standing, accepted, achievements(given, standing.values()));
  }

  private Map<CredentialId, Accepted> accepted(PersonId person) {
    Map<CredentialId, Accepted> accepted = new LinkedHashMap<>();
    ownership
        .accepted(person)
        .forEach(possession -> accepted.put(possession.credential(), possession));
    return accepted;
  }

  /**
   * For each award what is in force, else the last of what the person accepted. Of a replaced badge
   * the copy stands, which is in force or was accepted in its place.
   */
  private Map<AwardId, Credential> standing(List<Award> given, Collection<CredentialId> accepted) {
    Map<AwardId, Credential> standing = new HashMap<>();
    credentials.find(accepted).stream()
        .filter(credential -> credential.state() != Credential.State.REPLACED)
        .forEach(credential -> standing.put(credential.award(), credential));
    credentials
        .current(given.stream().map(Award::id).toList())
        .forEach(credential -> standing.put(credential.award(), credential));
    return standing;
  }

  private Map<OrganisationId, List<TakenExam>> exams(List<DossierId> dossiers) {
    Map<OrganisationId, List<TakenExam>> exams = new LinkedHashMap<>();
    List<DossierResults> known = dossiers.isEmpty() ? List.of() : results.of(dossiers);
    for (DossierResults dossier : known) {
      exams.computeIfAbsent(dossier.organisation(), _ -> new ArrayList<>()).addAll(dossier.exams());
    }
    return exams;
  }

  private Map<AchievementId, Achievement> achievements(
      List<Award> given, Collection<Credential> standing) {
    List<AchievementId> ids =
        Stream.concat(
                given.stream().map(Award::achievement),
                standing.stream().map(Credential::achievement))
            .distinct()
            .toList();
    return achievements.get(ids).stream().collect(Collectors.toMap(Achievement::id, a -> a));
  }
}
