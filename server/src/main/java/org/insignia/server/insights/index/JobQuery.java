package org.insignia.server.insights.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.posting.Workplace;
import org.insignia.server.insights.skill.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which postings are asked for; all that is given must hold.
 *
 * @param skills ids of which one is enough; empty for any
 * @param also id of a skill that must be asked for as well; empty for none
 * @param words each must stand in the posting; empty for any
 * @param place its country, and region or city where they are given; unknown for anywhere
 * @param remote whether only postings of work from anywhere
 * @param seniority null for any
 * @param since the first day of appearing; null for any
 * @param employer key; empty for any
 * @param title key; empty for any
 * @param pay only postings counted in this range of {@link PayFigures}: those for leaders of people
 *     are in it only where they are asked for; null for any, stated or not
 */
public record JobQuery(
    Set<String> skills,
    String also,
    String words,
    Place place,
    boolean remote,
    @Nullable Seniority seniority,
    @Nullable LocalDate since,
    String employer,
    String title,
    @Nullable PayRange pay) {
  private static final Place ANYWHERE = new Place("", "", "");
  private static final int MOST_WORDS = 12;

  public JobQuery {
    skills = Set.copyOf(skills);
  }

  /** Without asking for pay. */
  public JobQuery(
      Set<String> skills,
      String also,
      String words,
      Place place,
      boolean remote,
      @Nullable Seniority seniority,
      @Nullable LocalDate since,
      String employer,
      String title) {
    this(skills, also, words, place, remote, seniority, since, employer, title, null);
  }

  /** Postings that ask for one of these skills. */
  public static JobQuery forSkills(Set<String> skills) {
    return new JobQuery(skills, "", "", ANYWHERE, false, null, null, "", "");
  }

  /** The same without a first day. */
  public JobQuery ofAnyDay() {
    return new JobQuery(skills, also, words, place, remote, seniority, null, employer, title, pay);
  }

  /** The same in this range of pay; null for any. */
  public JobQuery paid(@Nullable PayRange range) {
    return new JobQuery(
        skills, also, words, place, remote, seniority, since, employer, title, range);
  }

  /** Sets of terms of {@link JobEntry#terms()}; a posting must have one of each. */
  public List<Set<String>> terms() {
    List<Set<String>> all = new ArrayList<>();
    if (!skills.isEmpty()) {
      all.add(
          skills.stream()
              .map(skill -> "s:" + skill)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    if (!also.isEmpty()) {
      all.add(Set.of("s:" + also));
    }
    if (!place.city().isEmpty()) {
      all.add(Set.of("l:" + place.packed()));
    } else if (!place.region().isEmpty()) {
      all.add(Set.of("r:" + place.packed()));
    } else if (!place.country().isEmpty()) {
      all.add(Set.of("c:" + place.country()));
    }
    if (remote) {
      all.add(Set.of("w:" + Workplace.REMOTE));
    }
    if (seniority != null) {
      all.add(Set.of("y:" + seniority));
    }
    if (!employer.isEmpty()) {
      all.add(Set.of("e:" + employer));
    }
    if (!title.isEmpty()) {
      all.add(Set.of("t:" + title));
    }
    return all;
  }

  /** The words that must stand in a posting. */
  public Set<String> wanted() {
    return Words.of(words).stream()
        .limit(MOST_WORDS)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether pay of those who lead people is wanted. */
  public boolean asksForLeaders() {
    return seniority == Seniority.MANAGEMENT;
  }
}
