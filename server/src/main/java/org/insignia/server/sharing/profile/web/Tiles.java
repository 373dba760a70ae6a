package org.insignia.server.sharing.profile.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.sharing.profile.Piece;
import org.insignia.server.sharing.profile.web.ProfilePage.Tile;
import org.springframework.stereotype.Component;

/** Badges of here and of elsewhere as tiles of a grid. */
@Component
public final class Tiles {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yy", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Clock clock;

  Tiles(Clock clock) {
    this.clock = clock;
  }

  /** The badge as it stands in a list. */
  public Tile of(Piece piece, Shell shell) {
    var name = piece.name(shell.language());
    return switch (piece) {
      case Piece.Issued issued -> tile(issued, name, false, state(issued.badge().credential()));
      case Piece.Imported imported ->
          tile(
              imported,
              name.isEmpty() ? shell.t("foreign.badge.unnamed") : name,
              true,
              imported.badge().report().verdict() == Verdict.VALID
                  ? ""
                  : imported.badge().report().key() + ".title");
    };
  }

  private static Tile tile(Piece piece, String name, boolean elsewhere, String stateKey) {
    return new Tile(
        piece.path(),
        piece.picture(),
        name,
        piece.issuer(),
        piece.earnedAt(),
        elsewhere,
        stateKey.isEmpty() ? "" : "warn",
        stateKey,
        piece instanceof Piece.Issued issued ? issued.badge().image() : piece.picture(),
        DAY.format(piece.earnedAt()));
  }

  private String state(Credential credential) {
    var until = credential.validUntil();
    boolean expired = until != null && until.isBefore(now());
    return credential.state() == Credential.State.SUSPENDED
        ? "verification.verdict.suspended.title"
        : expired ? "verification.verdict.expired.title" : "";
  }

  private Instant now() {
    return clock.instant();
  }
}
