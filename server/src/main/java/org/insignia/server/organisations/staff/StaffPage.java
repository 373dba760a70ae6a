package org.insignia.server.organisations.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.organisations.Role;

/**
 * Who works for an organisation.
 *
 * @param rows owners first
 * @param open invitations without an answer; none for those who may not invite
 * @param roles those that the viewer may give; none for those who may not invite
 * @param form what was typed, with what was wrong
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record StaffPage(
    String slug,
    String organisation,
    List<Row> rows,
    List<Open> open,
    List<Role> roles,
    Form form,
    String done) {
  public StaffPage {
    rows = List.copyOf(rows);
    open = List.copyOf(open);
    roles = List.copyOf(roles);
  }

  /**
   * @param address empty for those who may not see it
   * @param changeable whether the viewer decides about this person
   */
  public record Row(
      UUID person, String name, String address, Role role, boolean self, boolean changeable) {}

  /** An invitation. */
  public record Open(UUID id, String address, Role role, Instant endsAt) {}

  /**
   * @param wrong in words, beside the address
   * @param problem in words, above everything
   */
  public record Form(String address, String role, String wrong, String problem) {
    static final Form EMPTY = new Form("", Role.VIEWER.name(), "", "");
  }
}
