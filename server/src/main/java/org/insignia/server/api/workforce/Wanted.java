package org.insignia.server.api.workforce;

import java.util.Collection;
import java.util.List;
import org.insignia.server.api.workforce.Employee.State;
import org.jspecify.annotations.Nullable;

/**
 * Which employees of an organisation are looked for, and in which order.
 *
 * @param words part of the name or the address; null: any
 * @param states empty: any
 * @param teams in lower case; empty: any
 * @param keys of addresses; null: any
 * @param orders the first counts first; the earliest made comes first where none decides
 */
public record Wanted(
    @Nullable String words,
    List<State> states,
    List<String> teams,
    @Nullable Collection<String> keys,
    List<Order> orders) {
  public Wanted {
    states = List.copyOf(states);
    teams = List.copyOf(teams);
    orders = List.copyOf(orders);
  }

  /** By what they are put in order. */
  public enum By {
    ADDRESS,
    CREATED,
    FIRST_NAME,
    LAST_NAME
  }

  /** One key of an order. */
  public record Order(By by, boolean descending) {}
}
