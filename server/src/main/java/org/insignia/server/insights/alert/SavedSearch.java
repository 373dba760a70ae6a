package org.insignia.server.insights.alert;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody keeps.
 *
 * @param name as its owner calls it
 * @param skills ids of which one is enough
 * @param words each must stand in a posting
 * @param seniority null for any
 * @param mails whether its owner is told of new postings
 * @param toldAt postings that were first seen after this are new
 */
public record SavedSearch(
    UUID id,
    PersonId person,
    String name,
    Set<String> skills,
    String words,
    Place place,
    boolean remote,
    @Nullable Seniority seniority,
    boolean mails,
    Instant toldAt) {
  public SavedSearch {
    skills = Set.copyOf(skills);
  }

  /** What it asks the index. */
  public JobQuery query() {
    return new JobQuery(skills, "", words, place, remote, seniority, null, "", "");
  }
}
