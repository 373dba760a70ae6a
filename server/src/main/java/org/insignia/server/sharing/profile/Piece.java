package org.insignia.server.sharing.profile;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.foreign.ForeignBadge;

/** One badge that a person shows: issued here, or brought from elsewhere. */
public sealed interface Piece {

  /** Its id among all badges. */
  UUID id();

  /** When it was earned, as far as it says. */
  Instant earnedAt();

  /** The path of its page. */
  String path();

  /** What it is called; may be empty for one from elsewhere. */
  String name(Language language);

  /** The name of who issued it. */
  String issuer();

  /** The path of its picture. */
  String picture();

  /** A badge of this server. */
  record Issued(ShownBadge badge) implements Piece {
    private static final int PICTURE = 400;

    @Override
    public UUID id() {
      return badge.credential().id().value();
    }

    @Override
    public Instant earnedAt() {
      return badge.credential().earnedAt();
    }

    @Override
    public String path() {
      return badge.credential().path();
    }

    @Override
    public String name(Language language) {
      return badge.achievement().words(language).name();
    }

    @Override
    public String issuer() {
      return badge.organisation().name();
    }

    @Override
    public String picture() {
      return badge.picture(PICTURE);
    }
  }

  /** A badge of elsewhere. */
  record Imported(ForeignBadge badge) implements Piece {
    @Override
    public UUID id() {
      return badge.id();
    }

    @Override
    public Instant earnedAt() {
      return badge.shownDate();
    }

    @Override
    public String path() {
      return badge.path();
    }

    @Override
    public String name(Language language) {
      return badge.name();
    }

    @Override
    public String issuer() {
      return badge.issuerName();
    }

    @Override
    public String picture() {
      return badge.picture();
    }
  }
}
