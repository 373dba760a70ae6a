package org.insignia.server.api.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.api.events.EventType.Topic;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.Finding;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.held.HeldResult;
import org.insignia.server.results.held.HeldResults;
import org.springframework.stereotype.Component;

/** Looks up what events are about, many at once. */
@Component
public final class Subjects {
  private final Credentials credentials;
  private final Achievements achievements;
  private final HeldResults results;
  private final Settings settings;

  Subjects(
      Credentials credentials, Achievements achievements, HeldResults results, Settings settings) {
    this.credentials = credentials;
    this.achievements = achievements;
    this.results = results;
    this.settings = settings;
  }

  /** A subject by its id, and what happened to it, which tells of which kind it is. */
  public record Named(EventType type, UUID id) {}

  /** Those that are known, by their ids. */
  public Map<UUID, Subject> of(Collection<Named> named) {
    Map<UUID, Subject> found = new HashMap<>();
    badges(ids(named, Topic.BADGE)).forEach(b -> found.put(b.id(), b));
    achievements
        .get(ids(named, Topic.ACHIEVEMENT).stream().map(AchievementId::new).toList())
        .forEach(a -> found.put(a.id().value(), achievement(a)));
    results.of(ids(named, Topic.RESULT).stream().map(ResultId::new).toList()).stream()
        .map(Subjects::result)
        .forEach(r -> found.put(r.id(), r));
    return found;
  }

  private static List<UUID> ids(Collection<Named> named, Topic topic) {
    return named.stream().filter(n -> n.type().topic() == topic).map(Named::id).distinct().toList();
  }

  private List<Subject> badges(List<UUID> ids) {
    var found = credentials.find(ids.stream().map(CredentialId::new).toList());
    var what =
        achievements.get(found.stream().map(Credential::achievement).distinct().toList()).stream()
            .collect(Collectors.toMap(Achievement::id, Function.identity()));
    return found.stream()
        .map(c -> badge(c, Objects.requireNonNull(what.get(c.achievement()))))
        .toList();
  }

  private Subject badge(Credential credential, Achievement achievement) {
    var replacedBy = credential.replacedBy();
    return new Subject.Badge(
        credential.id().value(),
        credential.organisation(),
        settings.url(credential.path()),
        achievement.slug(),
        achievement.name(),
        credential.earnedAt(),
        credential.validUntil(),
        replacedBy == null ? null : replacedBy.value());
  }

  private static Subject achievement(Achievement achievement) {
    return new Subject.Achievement(
        achievement.id().value(),
        achievement.organisation(),
        achievement.slug(),
        achievement.name(),
        achievement.state().name().toLowerCase(Locale.ROOT));
  }

  private static Subject result(HeldResult result) {
    return new Subject.Result(
        result.id().value(),
        result.organisation(),
        result.provider().value(),
        result.number(),
        result.examCode(),
        result.takenAt(),
        result.reasons().stream().map(Finding::code).toList());
  }
}
