package org.insignia.server.organisations;

import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the pages of an organisation to those who may see them or act on them. */
@Component
public final class StaffDoor {
  private final Organisations organisations;
  private final Members members;

  StaffDoor(Organisations organisations, Members members) {
    this.organisations = organisations;
    this.members = members;
  }

  /**
   * The organisation of this slug.
   *
   * @throws Problem.NotFound for strangers, whether or not there is such an organisation
   * @throws Problem.Forbidden for members with a lesser role
   */
  public Organisation enter(Shell shell, String slug, Role needed) {
    return enter(shell.viewer(), slug, needed);
  }

  /** As {@link #enter(Shell, String, Role)}. */
  public Organisation enter(@Nullable Viewer viewer, String slug, Role needed) {
    var person = present(viewer).id();
    var organisation = organisations.find(slug).orElseThrow(StaffDoor::nothing);
    members.require(person, organisation.id(), needed);
    return organisation;
  }

  /**
   * Lets those pass who run the server.
   *
   * @return who acts, for the audit
   * @throws Problem.NotFound for all others
   */
  public String operator(Shell shell) {
    if (!members.isOperator(person(shell))) {
      throw nothing();
    }
    return actor(shell);
  }

  /** Whether who is signed in may do this here. */
  public boolean may(Shell shell, Organisation organisation, Role role) {
    return Optional.ofNullable(shell.viewer())
        .flatMap(viewer -> members.roleOf(viewer.id(), organisation.id()))
        .filter(held -> held.includes(role))
        .isPresent();
  }

  /**
   * Who acts, for the audit.
   *
   * @throws Problem.NotFound for strangers
   */
  public static String actor(Shell shell) {
    return "person:" + person(shell);
  }

  /**
   * Who is signed in.
   *
   * @throws Problem.NotFound for strangers
   */
  public static UUID person(Shell shell) {
    return present(shell.viewer()).id();
  }

  private static Viewer present(@Nullable Viewer viewer) {
    if (viewer == null) {
      throw nothing();
    }
    return viewer;
  }

  private static Problem.NotFound nothing() {
    return new Problem.NotFound("nothing here for you");
  }
}
