package org.insignia.server.sharing.directory;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people who show badges of an organisation to everybody and chose to be listed. Each question
 * is answered anew: who is hidden or hides a badge is gone with the next one.
 */
@Service
public class Holders {
  private final HolderStore store;
  private final Profiles profiles;
  private final TransactionTemplate transaction;

  Holders(HolderStore store, Profiles profiles, TransactionTemplate transaction) {
    this.store = store;
    this.profiles = profiles;
    this.transaction = transaction;
  }

  /** In which order they stand; who is alike stands by name. */
  public enum Order {
    BY_NAME,
    BY_NAME_BACKWARDS,
    FEWEST_BADGES,
    MOST_BADGES
  }

  /**
   * Who is asked for.
   *
   * @param place words that the line about oneself has to hold, one after the other, as a name of a
   *     country; null for everybody
   */
  public record Question(
      OrganisationId organisation, @Nullable String place, Order order, int skip, int limit) {}

  /**
   * @param badges how many of the organisation they show
   */
  public record Holder(Profile profile, int badges) {}

  /**
   * @param total how many there are, shown here or not
   */
  public record Found(List<Holder> holders, int total) {
    public Found {
      holders = List.copyOf(holders);
    }
  }

  /** Some of them; of an organisation with more than 20,000 badges shown, those of so many. */
  public Found find(Question question) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          store.prepare();
          var rows = store.find(question);
          var known = profiles.of(rows.stream().map(row -> new PersonId(row.person())).toList());
          var holders =
              rows.stream()
                  .flatMap(row ->
                      Stream.ofNullable(known.get(new PersonId(row.person())))
                          .filter(p -> p.listed() && p.isVisibleTo(null))
                          .map(p -> new Holder(p, row.badges())))
                  .toList();
          return new Found(
              holders, rows.isEmpty() ? store.count(question) : rows.getFirst().total());
        }));
  }
}
