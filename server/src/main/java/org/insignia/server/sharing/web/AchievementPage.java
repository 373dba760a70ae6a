package org.insignia.server.sharing.web;

import java.time.LocalDate;
import java.util.List;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.sharing.Earners;
import org.jspecify.annotations.Nullable;

/**
 * What a badge is for.
 *
 * @param spoken BCP 47 tag of the words where it is not that of the page; else null
 * @param kindKey text key of exam or certification
 * @param criteria how it is earned, in Markdown
 * @param earnable whether it can be earned now
 * @param lastDay the last day on which it can, or could, be earned
 * @param earned how many have it; 0 where that is not told
 * @param earners some who show it and chose to be listed
 * @param attribution what the licence of its texts wants to be said; empty where none does
 */
public record AchievementPage(
    String path,
    String name,
    @Nullable String spoken,
    String kindKey,
    String picture,
    String issuer,
    String issuerPath,
    String issuerSite,
    List<String> description,
    List<String> skills,
    String criteria,
    List<Alignment> alignments,
    List<OrganisationPage.Tile> next,
    List<Together> together,
    boolean earnable,
    @Nullable LocalDate lastDay,
    int earned,
    List<Profile> earners,
    String attribution,
    String accentSheet,
    Meta meta) {
  /** The others of a collection that it belongs to. */
  public record Together(String name, List<OrganisationPage.Tile> tiles) {
    public Together {
      tiles = List.copyOf(tiles);
    }
  }

  /** Whether more have it than are counted. */
  public boolean isEarnedByMore() {
    return earned >= Earners.MOST;
  }

  public AchievementPage {
    description = List.copyOf(description);
    skills = List.copyOf(skills);
    alignments = List.copyOf(alignments);
    next = List.copyOf(next);
    together = List.copyOf(together);
    earners = List.copyOf(earners);
  }
}
