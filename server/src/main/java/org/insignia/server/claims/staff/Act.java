package org.insignia.server.claims.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.Role;

/** What staff can do to a badge. Names are words of addresses and keys of texts. */
enum Act {
  /** A corrected copy takes its place. */
  REPLACE,
  /** It is out of force until it is reinstated. */
  SUSPEND,
  REINSTATE,
  /** It is taken back for good. */
  REVOKE,
  /** Nobody can tell any more whom it was about. */
  ERASE;

  static Optional<Act> find(String word) {
    return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isPossible(Credential badge) {
    return switch (this) {
      case SUSPEND -> badge.state() == Credential.State.ISSUED;
      case REINSTATE -> badge.state() == Credential.State.SUSPENDED;
      case REPLACE, REVOKE ->
          badge.state() == Credential.State.ISSUED || badge.state() == Credential.State.SUSPENDED;
      case ERASE -> true;
    };
  }

  boolean needsReason() {
    return this != REINSTATE && this != ERASE;
  }

  /** What cannot be told apart from a mistake afterwards is for those who lead. */
  Role needs() {
    return this == ERASE ? Role.ADMIN : Role.ISSUER;
  }
}
