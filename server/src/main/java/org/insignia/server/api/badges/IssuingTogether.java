package org.insignia.server.api.badges;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.server.api.badges.IssuingRound.Wanted;
import org.insignia.server.api.idempotency.KeptAnswers.Given;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.rounds.Outcome;
import org.insignia.server.platform.rounds.Rounds;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues badges that are asked for one by one, those of an organisation that come at the same
 * moment in one transaction: half of what a badge costs is the same for one and for many. Nobody
 * hears of it: each is judged and answered as if it had come alone, what one breaks breaks nothing
 * of another, and answers go out after the commit.
 */
@Component
class IssuingTogether {
  /** Each takes three locks of the database's few thousand. */
  private static final int SIZE = 50;

  /** A second or two of work: whoever comes later is told at once to come again. */
  private static final int MOST_WAITING = 500;

  private static final Duration PAUSE = Duration.ofMillis(15);

  private final IssuingRound round;
  private final TransactionTemplate transactions;
  private final Map<OrganisationId, Rounds<Wanted, Given>> rounds = new ConcurrentHashMap<>();

  IssuingTogether(IssuingRound round, TransactionTemplate transactions) {
    this.round = round;
    this.transactions = transactions;
  }

  /**
   * The answer to one.
   *
   * @throws Problem as its caller is told it
   */
  Given issue(Wanted wanted) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return alone(wanted); // others must not be told what this transaction may still take back
    }
    return rounds
        .computeIfAbsent(
            wanted.organisation(), _ -> new Rounds<>(this::answers, SIZE, MOST_WAITING, PAUSE))
        .ask(wanted);
  }

  private Given alone(Wanted wanted) {
    return switch (round.answers(List.of(wanted)).getFirst()) {
      case Outcome.Answered<Given>(Given answer) -> answer;
      case Outcome.Refused<Given>(RuntimeException why) -> throw why;
      case Outcome.Later<Given> _ -> throw new IllegalStateException("there is no other");
    };
  }

  /** What becomes of these, in one transaction unless one of them breaks it. */
  List<Outcome<Given>> answers(List<Wanted> wanted) {
    try {
      return Objects.requireNonNull(transactions.execute(_ -> round.answers(wanted)));
    } catch (Problem
        | TransactionException
        | DataAccessResourceFailureException
        | TransientDataAccessResourceException
        | QueryTimeoutException e) {
      throw e; // which all of them brought about, or none
    } catch (RuntimeException e) {
      return wanted.size() == 1 ? List.of(new Outcome.Refused<>(e)) : halves(wanted);
    }
  }

  /** One of them broke the whole: it is found by trying fewer. */
  private List<Outcome<Given>> halves(List<Wanted> wanted) {
    int middle = wanted.size() / 2;
    var outcomes = new ArrayList<>(answers(wanted.subList(0, middle)));
    outcomes.addAll(answers(wanted.subList(middle, wanted.size())));
    return outcomes;
  }
}
