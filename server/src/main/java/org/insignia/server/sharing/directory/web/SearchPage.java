package org.insignia.server.sharing.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.sharing.directory.DirectoryEntry;
import org.insignia.server.sharing.web.Meta;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the directory.
 *
 * @param what {@code badges}, {@code organisations} or {@code people}
 * @param query what was typed
 * @param kind {@code exam}, {@code certification} or empty for both
 * @param organisation slug of the chosen one; empty for all
 * @param organisations that can be chosen: name by slug
 * @param skill the chosen one; empty for all
 * @param skills that can be chosen, with the path that chooses it
 * @param earnable whether only what can still be earned is shown
 * @param nearly whether nothing fits exactly and this is what comes close
 * @param total how many fit; more than are counted where {@code more}
 * @param today against which last days are judged
 * @param earlier path of the page before; empty on the first
 * @param later path of the next page; empty on the last
 */
public record SearchPage(
    String what,
    String query,
    String kind,
    String organisation,
    Map<String, String> organisations,
    String skill,
    Map<String, String> skills,
    boolean earnable,
    List<DirectoryEntry> entries,
    List<Profile> people,
    boolean nearly,
    int total,
    boolean more,
    LocalDate today,
    String earlier,
    String later,
    Meta meta) {
  public SearchPage {
    entries = List.copyOf(entries);
    people = List.copyOf(people);
  }

  /** Whether what is looked for are badges. */
  public boolean isAboutBadges() {
    return what.equals("badges");
  }

  /** Whether anything was typed or chosen. */
  public boolean isAsked() {
    return !(query.isEmpty()
        && kind.isEmpty()
        && organisation.isEmpty()
        && skill.isEmpty()
        && !earnable);
  }

  /** Text key of a note on an entry. */
  public String note(DirectoryEntry entry) {
    var last = entry.lastDay();
    return switch (entry.kind()) {
      case ORGANISATION -> "directory.organisation";
      case EXAM -> isOver(last) ? "sharing.achievement.over" : "sharing.achievement.exam";
      case CERTIFICATION ->
          isOver(last) ? "sharing.achievement.over" : "sharing.achievement.certification";
      case OWN -> "sharing.achievement.own";
    };
  }

  private boolean isOver(@Nullable LocalDate lastDay) {
    return lastDay != null && lastDay.isBefore(today);
  }
}
