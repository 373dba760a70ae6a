package org.insignia.server.insights.market;

import java.util.UUID;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Single postings, with where they come from and how one applies. */
@Component
public class JobOffers {
  private final Postings postings;
  private final JobSearch search;
  private final SkillTable table;
  private final SourceStore sources;

  JobOffers(Postings postings, JobSearch search, SkillTable table, SourceStore sources) {
    this.postings = postings;
    this.search = search;
    this.table = table;
    this.sources = sources;
  }

  /**
   * This posting, open or closed.
   *
   * @throws Problem.NotFound where there is none
   */
  public JobOffer get(UUID id) {
    var known =
        postings
            .find(new PostingId(id))
            .orElseThrow(() -> new Problem.NotFound("there is no posting " + id));
    return new JobOffer(
        known,
        search.skills(known.id()).stream()
            .sorted()
            .flatMap(skill -> table.find(skill).stream())
            .toList(),
        sources.find(known.feed()).orElse(null));
  }
}
