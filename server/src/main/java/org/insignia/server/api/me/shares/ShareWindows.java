package org.insignia.server.api.me.shares;

import java.time.Clock;
import java.util.Locale;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.opening.Standing;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.Window;
import org.springframework.stereotype.Component;

/** Shares as JSON, with how they stand now. */
@Component
class ShareWindows {
  private static final int VIEWS_TOLD = 50;

  private final Window window;
  private final Views views;
  private final Standing standing;
  private final Settings settings;
  private final Clock clock;

  ShareWindows(Window window, Views views, Standing standing, Settings settings, Clock clock) {
    this.window = window;
    this.views = views;
    this.standing = standing;
    this.settings = settings;
    this.clock = clock;
  }

  ShareJson json(Share share) {
    boolean read = share.programs() != Share.Programs.NONE;
    return new ShareJson(
        share.id(),
        share.transcript().text(),
        settings.url(share.path()),
        share.name(),
        share.language().tag(),
        share.withAddress(),
        word(share.programs()),
        read ? settings.url("/api/profiles/transcript/share/" + share.transcript().text()) : null,
        share.items(),
        share.madeAt(),
        share.expiresAt(),
        share.revokedAt(),
        word(share.state(clock.instant())),
        views.count(share),
        standing.wrong(share),
        standing.isClosed(share));
  }

  ShareJson.Whole whole(Share share) {
    return new ShareJson.Whole(
        json(share),
        ChosenItems.of(window.of(share, share.language())),
        views.latest(share, VIEWS_TOLD).stream()
            .map(view -> new ShareJson.Look(view.at(), word(view.kind())))
            .toList());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
