package org.insignia.server.api.workforce;

import org.insignia.server.api.workforce.Employee.State;

/**
 * Yes or no to an organisation.
 *
 * @param address the mailbox that was asked
 * @param base path of the forms, without a slash at the end
 */
public record EmploymentPage(String house, String address, String base, State state) {

  /** Whether yes can still be said. */
  public boolean acceptable() {
    return state != State.ACCEPTED;
  }

  /** Whether no can still be said. */
  public boolean rejectable() {
    return state != State.REJECTED;
  }

  /** Key of what was decided, or of what is asked. */
  public String text() {
    return switch (state) {
      case CREATED, PENDING -> "api.employment.text";
      case ACCEPTED -> "api.employment.accepted";
      case REJECTED -> "api.employment.rejected";
    };
  }
}
