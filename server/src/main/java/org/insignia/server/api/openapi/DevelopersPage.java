package org.insignia.server.api.openapi;

import java.util.List;

/**
 * The interface for people who write programs. Names and summaries of operations stand in the
 * language of the description, which is English.
 *
 * @param issue how a badge is issued, for a command line
 * @param genuine how the signature of a message is checked, in Python
 */
public record DevelopersPage(List<Group> groups, String issue, String genuine) {
  public DevelopersPage {
    groups = List.copyOf(groups);
  }

  /** A resource. */
  public record Group(String id, String name, List<Description.Operation> operations) {
    public Group {
      operations = List.copyOf(operations);
    }
  }
}
