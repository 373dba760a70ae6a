package org.insignia.server.insights.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.posting.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds of a posting.
 *
 * @param number names it within all indexes, for good
 * @param open whether it is; closed ones count only for the trend
 * @param employer key of the employer; empty where none is known
 * @param title key of the title, see {@link TitleName}
 * @param skills ids
 * @param words that it is found by, see {@link org.insignia.server.insights.skill.Words}
 */
public record JobEntry(
    long number,
    boolean open,
    String employer,
    String title,
    Set<String> skills,
    List<Place> places,
    Workplace workplace,
    Seniority seniority,
    Instant postedAt,
    @Nullable Pay pay,
    Set<String> words) {
  public JobEntry {
    skills = Set.copyOf(skills);
    places = List.copyOf(places);
    words = Set.copyOf(words);
  }

  /** What queries narrow down by, each with a letter for its kind. */
  public List<String> terms() {
    var terms = new LinkedHashSet<String>();
    terms.add(open ? "o" : "x");
    skills.forEach(skill -> terms.add("s:" + skill));
    for (var place : places) {
      if (!place.country().isEmpty()) {
        terms.add("c:" + place.country());
      }
      if (!place.region().isEmpty()) {
        terms.add("r:" + new Place(place.country(), place.region(), "").packed());
      }
      if (!place.city().isEmpty()) {
        terms.add("l:" + place.packed());
      }
    }
    terms.add("w:" + workplace);
    terms.add("y:" + seniority);
    terms.add("e:" + employer);
    terms.add("t:" + title);
    return new ArrayList<>(terms);
  }

  /** The places it is counted under, packed. */
  public Set<String> locations() {
    var locations = new TreeSet<String>();
    places.stream()
        .filter(place -> !place.isUnknown())
        .forEach(place -> locations.add(place.packed()));
    return locations;
  }

  /** Whether its pay is compared only with that of its like. */
  public boolean leadsPeople() {
    return seniority == Seniority.MANAGEMENT;
  }
}
