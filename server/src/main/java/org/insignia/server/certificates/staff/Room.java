package org.insignia.server.certificates.staff;

import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens an organisation's certificates to those who may see or change how they look. */
@Component
final class Room {
  private final Organisations organisations;
  private final Members members;

  Room(Organisations organisations, Members members) {
    this.organisations = organisations;
    this.members = members;
  }

  /**
   * @throws Problem.NotFound for strangers, whether or not there is such an organisation
   * @throws Problem.Forbidden for members with a lesser role
   */
  Organisation enter(Shell shell, String slug, Role needed) {
    return enter(shell.viewer(), slug, needed);
  }

  /** As {@link #enter(Shell, String, Role)}. */
  Organisation enter(@Nullable Viewer viewer, String slug, Role needed) {
    if (viewer == null) {
      throw new Problem.NotFound("nothing here for you");
    }
    var organisation =
        organisations.find(slug).orElseThrow(() -> new Problem.NotFound("nothing here for you"));
    members.require(viewer.id(), organisation.id(), needed);
    return organisation;
  }

  /** Whether who is signed in may do this here. */
  boolean may(Shell shell, Organisation organisation, Role role) {
    var viewer = shell.viewer();
    return viewer != null
        && members.roleOf(viewer.id(), organisation.id()).filter(r -> r.includes(role)).isPresent();
  }
}
