package org.insignia.server.sharing.social;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.DesignImages;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.ShownBadge;
import org.springframework.stereotype.Component;

/**
 * Pictures for link previews, drawn when they are asked for and kept in memory: whoever follows a
 * link that goes round asks for the same one.
 */
@Component
public class SocialPictures {
  private static final long MOST_BYTES = 24L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final DesignImages images;
  private final Texts texts;
  private final Settings settings;
  private final Clock clock;
  private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final Map<SocialPicture, Bytes> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  SocialPictures(DesignImages images, Texts texts, Settings settings, Clock clock) {
    this.images = images;
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the picture of a badge shows: the same as its page, in few words. */
  public SocialPicture of(ShownBadge badge, Language language) {
    var credential = badge.credential();
    return new SocialPicture(
        credential.design(),
        badge.organisation().name(),
        badge.achievement().words(language).name(),
        credential.recipientName(),
        note(credential, language),
        isOver(credential),
        texts.text(language, "share.picture.verify", host()),
        accent(badge.organisation()));
  }

  /** What the picture of an achievement shows. */
  public SocialPicture of(Organisation organisation, Achievement achievement, Language language) {
    return new SocialPicture(
        achievement.design(),
        organisation.name(),
        achievement.words(language).name(),
        "",
        texts.text(
            language,
            switch (achievement.kind()) {
              case EXAM -> "sharing.achievement.exam";
              case CERTIFICATION -> "sharing.achievement.certification";
              case OWN -> "sharing.achievement.own";
            }),
        false,
        host(),
        accent(organisation));
  }

  /**
   * What the picture of an organisation shows.
   *
   * @param shown one of its achievements
   */
  public SocialPicture of(
      Organisation organisation, Achievement shown, int all, Language language) {
    return new SocialPicture(
        shown.design(),
        "",
        organisation.name(),
        "",
        texts.plural(language, "sharing.directory.count", all),
        false,
        host(),
        accent(organisation));
  }

  private String note(Credential credential, Language language) {
    var until = credential.validUntil();
    return switch (credential.state()) {
      case REVOKED -> texts.text(language, "verification.verdict.revoked.title");
      case SUSPENDED -> texts.text(language, "verification.verdict.suspended.title");
      case REPLACED -> texts.text(language, "sharing.badge.replaced.title");
      case ISSUED ->
          until != null && until.isBefore(clock.instant())
              ? texts.text(language, "verification.verdict.expired.title")
              : texts.text(
                  language, "share.picture.issued", texts.date(language, credential.earnedAt()));
    };
  }

  private boolean isOver(Credential credential) {
    var until = credential.validUntil();
    return credential.state() != Credential.State.ISSUED
        || until != null && until.isBefore(clock.instant());
  }

  private static String accent(Organisation organisation) {
    return Accent.parse(organisation.accent()).orElseThrow().onLight();
  }

  private String host() {
    var base = settings.baseUrl();
    return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
  }

  /**
   * The picture as a PNG.
   *
   * @throws Problem.TooMany if more are being drawn than this machine can
   */
  public Bytes png(SocialPicture picture) {
    synchronized (kept) {
      var known = kept.get(picture);
      if (known != null) {
        return known;
      }
    }
    var drawn = draw(picture);
    synchronized (kept) {
      if (kept.put(picture, drawn) == null) {
        bytes += drawn.size();
      }
      var oldest = kept.entrySet().iterator();
      while (bytes > MOST_BYTES && oldest.hasNext()) {
        bytes -= oldest.next().getValue().size();
        oldest.remove();
      }
    }
    return drawn;
  }

  private Bytes draw(SocialPicture picture) {
    try {
      if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Problem.TooMany(Duration.ofSeconds(5), "too many pictures are being drawn");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.TooMany(Duration.ofSeconds(5), "too many pictures are being drawn");
    }
    try {
      var look = picture.look();
      return SocialDrawing.png(picture, look == null ? null : images.png(look, 600));
    } finally {
      room.release();
    }
  }
}
