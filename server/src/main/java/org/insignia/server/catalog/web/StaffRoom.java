package org.insignia.server.catalog.web;

import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens an organisation to those who may enter. */
@Component
final class StaffRoom {
  private final Organisations organisations;
  private final Members members;

  StaffRoom(Organisations organisations, Members members) {
    this.organisations = organisations;
    this.members = members;
  }

  /**
   * @throws Problem.NotFound for strangers, whether or not there is such an organisation
   * @throws Problem.Forbidden for members with a lesser role
   */
  Organisation enter(@Nullable Viewer viewer, String slug, Role needed) {
    if (viewer == null) {
      throw new Problem.NotFound("nothing here for you");
    }
    Organisation organisation =
        organisations.find(slug).orElseThrow(() -> new Problem.NotFound("nothing here for you"));
    members.require(viewer.id(), organisation.id(), needed);
    return organisation;
  }

  boolean may(Viewer viewer, Organisation organisation, Role role) {
    return members.roleOf(viewer.id(), organisation.id()).filter(r -> r.includes(role)).isPresent();
  }
}
