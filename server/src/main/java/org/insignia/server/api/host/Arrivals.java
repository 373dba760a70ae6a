package org.insignia.server.api.host;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.foreign.ImportOutcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what programs bring for people: as people do it themselves, with the same checks. */
@Component
class Arrivals {
  private final HeldBadges held;
  private final ForeignBadges foreign;
  private final Settings settings;
  private final TransactionTemplate transaction;

  Arrivals(
      HeldBadges held, ForeignBadges foreign, Settings settings, TransactionTemplate transaction) {
    this.held = held;
    this.foreign = foreign;
    this.settings = settings;
    this.transaction = transaction;
  }

  /** What became of a badge. */
  sealed interface Arrival {
    /** It is new here. */
    record Created(HeldBadge badge) implements Arrival {}

    /** It is here, in place of an earlier edition or as it was before. */
    record Present(HeldBadge badge) implements Arrival {}

    /** A later edition is here already. */
    record Outdated() implements Arrival {}

    /** It is not taken. */
    record Refused(ImportOutcome.Refusal why) implements Arrival {}
  }

  /**
   * @throws Problem.TooMany for one who brings too many at once
   */
  Arrival bring(PersonId person, Bytes input) {
    return switch (foreign.fromBytes(person, input)) {
      case ImportOutcome.Kept kept ->
          Objects.requireNonNull(
              transaction.execute(status -> inPlace(person, get(person, kept.id()))));
      case ImportOutcome.Known known -> new Arrival.Present(get(person, known.id()));
      case ImportOutcome.Refused refused when refused.refusal() == ImportOutcome.Refusal.OUR_OWN ->
          ours(person, input);
      case ImportOutcome.Refused refused -> new Arrival.Refused(refused.refusal());
    };
  }

  /** Of two editions of one credential the later one stays, with the visibility that it had. */
  private Arrival inPlace(PersonId person, HeldBadge fresh) {
    for (ForeignBadge other : foreign.of(person)) {
      var earlier = held.fromElsewhere(person, other).filter(fresh::isSame);
      if (other.id().equals(fresh.id()) || earlier.isEmpty()) {
        continue;
      }
      if (earlier.get().from().isAfter(fresh.from())) {
        foreign.remove(person, fresh.id());
        return new Arrival.Outdated();
      }
      foreign.remove(person, other.id());
      if (other.isPublic()
          && foreign.find(fresh.id(), person).filter(ForeignBadge::confirmed).isPresent()) {
        foreign.show(person, fresh.id(), true);
      }
      return new Arrival.Present(fresh);
    }
    return new Arrival.Created(fresh);
  }

  /** A badge of this server that comes back to it is there already, if it is theirs. */
  private Arrival ours(PersonId person, Bytes input) {
    var text = new String(input.view(), java.nio.charset.StandardCharsets.UTF_8);
    return held.issuedHere(person).stream()
        .filter(b -> text.contains(settings.baseUrl() + "/badges/" + b.id()))
        .findFirst()
        .<Arrival>map(Arrival.Present::new)
        .orElseGet(() -> new Arrival.Refused(ImportOutcome.Refusal.OUR_OWN));
  }

  private HeldBadge get(PersonId person, UUID id) {
    return Optional.of(id)
        .flatMap(i -> foreign.find(i, person))
        .flatMap(badge -> held.fromElsewhere(person, badge))
        .orElseThrow(() -> new Problem.Invalid("", "this badge has no JSON and no JWS of its own"));
  }
}
