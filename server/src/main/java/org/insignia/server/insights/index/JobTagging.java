package org.insignia.server.insights.index;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.skill.SkillTagger;
import org.insignia.server.insights.skill.Words;
import org.springframework.stereotype.Component;

/** Says what an index shall hold of a posting. */
@Component
class JobTagging {
  /** So long a closed posting counts for the trend. */
  private static final Duration MEMORY = Duration.ofDays(200);

  private final SkillTagger tagger;

  JobTagging(SkillTagger tagger) {
    this.tagger = tagger;
  }

  /** What it asks for: by its tags where these name skills, else by its text. */
  Set<String> skills(KnownPosting known) {
    var posting = known.posting();
    var skills = new TreeSet<>(tagger.inTags(posting.tags()));
    skills.addAll(tagger.inText(posting.title(), posting.employer()));
    if (skills.size() < 2) {
      skills.addAll(tagger.inText(posting.description(), posting.employer()));
    }
    return skills;
  }

  /** Whether an index holds it at all. */
  static boolean isKept(KnownPosting known, Instant now) {
    var closed = known.closedAt();
    return known.sameAs() == null && (closed == null || closed.isAfter(now.minus(MEMORY)));
  }

  static JobEntry entry(long number, KnownPosting known, Set<String> skills) {
    var posting = known.posting();
    var words = new HashSet<>(Words.of(posting.title()));
    words.addAll(Words.of(posting.employer()));
    words.addAll(Words.of(posting.placeGiven()));
    posting.tags().forEach(tag -> words.addAll(Words.of(tag)));
    words.addAll(Words.of(posting.description()));
    return new JobEntry(
        number,
        known.closedAt() == null,
        known.employerKey(),
        TitleName.key(posting.title()),
        skills,
        posting.places(),
        posting.workplace(),
        posting.seniority(),
        known.appearedAt(),
        Pay.of(posting).orElse(null),
        words);
  }
}
