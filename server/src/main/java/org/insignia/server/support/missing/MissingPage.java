package org.insignia.server.support.missing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check for an earner.
 *
 * @param organisations to choose from; one where there is no choice
 * @param org slug of the one that is chosen; empty while none is
 * @param what uid of what is missing; empty while nothing is chosen
 * @param mine exams that results of this person are known of, as a short way
 * @param walk what came out; null until something is asked
 * @param done what was done just now, in words; empty: nothing
 * @param problem why it was not done; empty: nothing
 */
public record MissingPage(
    List<Choice> organisations,
    String org,
    String organisation,
    String what,
    List<Choice> certifications,
    List<Choice> exams,
    List<Choice> others,
    List<Choice> mine,
    @Nullable WalkView walk,
    String askPath,
    String done,
    String problem) {
  public MissingPage {
    organisations = List.copyOf(organisations);
    certifications = List.copyOf(certifications);
    exams = List.copyOf(exams);
    others = List.copyOf(others);
    mine = List.copyOf(mine);
  }
}
