package org.insignia.server.platform.rounds;

/**
 * What became of one question of a round.
 *
 * @param <A> what answers it
 */
public sealed interface Outcome<A> {
  /** It has its answer. */
  record Answered<A>(A answer) implements Outcome<A> {}

  /** It is refused, which is no matter of the others; whoever asked is thrown this. */
  record Refused<A>(RuntimeException why) implements Outcome<A> {}

  /** Another of the round stands in its way: it is asked again in the next. */
  record Later<A>() implements Outcome<A> {}
}
