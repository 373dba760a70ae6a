package org.insignia.server.support.missing;

import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.springframework.stereotype.Component;

/** Asks why a badge is missing, for those who only want the causes. */
@Component
public final class Check {
  private final FactGathering gathering;
  private final Seeking seeking;

  Check(FactGathering gathering, Seeking seeking) {
    this.gathering = gathering;
    this.seeking = seeking;
  }

  /**
   * What was found.
   *
   * @param title what is missing, in the reader's language
   * @param found every cause, in the order of the way; empty where nothing is wrong
   */
  public record Answer(String title, List<Found> found) {
    public Answer {
      found = List.copyOf(found);
    }
  }

  /** For a person about themselves; empty where the organisation has no such thing. */
  public Optional<Answer> ofEarner(
      PersonId person, Organisation organisation, String uid, Language language) {
    return gathering
        .wanted(organisation, uid, language)
        .map(wanted ->
            new Answer(wanted.title(), Walk.of(gathering.ofEarner(person, wanted)).found()));
  }

  /**
   * For staff about somebody whom they name by a mailbox, a provider and its number, or an id;
   * empty where that is nobody or several, or the organisation has no such thing.
   */
  public Optional<Answer> ofSomebody(
      Organisation organisation, String who, String uid, Language language) {
    var found = seeking.find(organisation, who);
    return found.size() == 1
        ? gathering
            .wanted(organisation, uid, language)
            .map(wanted ->
                new Answer(
                    wanted.title(), Walk.of(gathering.ofSought(found.getFirst(), wanted)).found()))
        : Optional.empty();
  }
}
