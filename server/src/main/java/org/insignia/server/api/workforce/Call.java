package org.insignia.server.api.workforce;

import java.util.List;
import org.insignia.server.api.workforce.Employee.State;
import org.jspecify.annotations.Nullable;

/**
 * Whom a program wants to be invited.
 *
 * @param named by what it names them
 * @param names as written there; addresses as their keys; null: everybody
 * @param states those that are in one of these; who has answered is never written to
 */
public record Call(Named named, @Nullable List<String> names, List<State> states) {

  /** By what employees are named. */
  public enum Named {
    ID,
    ADDRESS,
    EXTERNAL_ID
  }
}
