package org.insignia.server.claims.staff;

import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;

/** Opens an organisation's badges to those who may see them or act on them. */
@Component
public final class Desk {
  private final Organisations organisations;
  private final Members members;
  private final Credentials credentials;

  Desk(Organisations organisations, Members members, Credentials credentials) {
    this.organisations = organisations;
    this.members = members;
    this.credentials = credentials;
  }

  /**
   * @throws Problem.NotFound for strangers, whether or not there is such an organisation
   * @throws Problem.Forbidden for members with a lesser role
   */
  public Organisation open(Shell shell, String slug, Role needed) {
    var viewer = shell.viewer();
    if (viewer == null) {
      throw new Problem.NotFound("nothing here for you");
    }
    var organisation =
        organisations.find(slug).orElseThrow(() -> new Problem.NotFound("nothing here for you"));
    members.require(viewer.id(), organisation.id(), needed);
    return organisation;
  }

  /** Whether who is signed in may do this here. */
  public boolean may(Shell shell, Organisation organisation, Role role) {
    var viewer = shell.viewer();
    return viewer != null
        && members.roleOf(viewer.id(), organisation.id()).filter(r -> r.includes(role)).isPresent();
  }

  /**
   * A badge of this organisation; those of others do not exist here.
   *
   * @throws Problem.NotFound if it is not
   */
  Credential badge(Organisation organisation, CredentialId id) {
    return credentials
        .find(id)
        .filter(c -> c.organisation().equals(organisation.id()))
        .orElseThrow(() -> new Problem.NotFound("badge " + id.value()));
  }

  /** Who acts, for the audit. */
  public static String actor(Shell shell) {
    var viewer = shell.viewer();
    if (viewer == null) {
      throw new Problem.NotFound("nothing here for you");
    }
    return "person:" + viewer.id();
  }
}
