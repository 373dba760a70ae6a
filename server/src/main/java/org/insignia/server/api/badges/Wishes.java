package org.insignia.server.api.badges;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.issuing.hand.WishReader;
import org.insignia.server.issuing.hand.WishReader.Reading;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what programs want to be issued. */
@Component
class Wishes {
  private final Achievements achievements;
  private final Catalog catalog;
  private final Texts texts;
  private final Clock clock;

  Wishes(Achievements achievements, Catalog catalog, Texts texts, Clock clock) {
    this.achievements = achievements;
    this.catalog = catalog;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * One that was read.
   *
   * @param sound null where something is wrong with it
   */
  record Read(Reading.@Nullable Sound sound, List<Fault> faults) {
    Read {
      faults = List.copyOf(faults);
    }

    @Nullable Wish wish() {
      return sound == null ? null : sound.wish();
    }
  }

  /** A reader for one organisation, by its badges of this moment. */
  final class Reader {
    private final WishReader told;
    private final WishReader quiet;

    private Reader(WishReader told) {
      this.told = told;
      this.quiet = told.with(defaults(true));
    }

    Read read(Body body, long line) {
      boolean notify = body.flag("notify", true);
      var asked = WishBody.texts(body);
      List<Fault> faults = new ArrayList<>(body.faults());
      if (!faults.isEmpty()) {
        return new Read(null, faults);
      }
      var request = "api:" + UUID.randomUUID();
      return switch ((notify ? told : quiet).read(asked, request, line)) {
        case Reading.Sound sound -> new Read(sound, List.of());
        case Reading.Unsound unsound -> {
          unsound
              .wrongs()
              .forEach(wrong ->
                  faults.add(
                      new Fault(
                          body.pointer() + WishBody.pointer(wrong.column()),
                          english(wrong.why()))));
          yield new Read(null, faults);
        }
      };
    }
  }

  /** For a single wish. */
  Reader readerOfOne(Organisation organisation) {
    return new Reader(
        WishReader.ofOne(achievements, catalog, organisation.id(), defaults(false), clock));
  }

  Reader reader(Organisation organisation) {
    return new Reader(
        WishReader.of(achievements, catalog, organisation.id(), defaults(false), clock));
  }

  private static WishReader.Defaults defaults(boolean silent) {
    return new WishReader.Defaults(null, Language.EN, silent);
  }

  String english(Finding finding) {
    var stem = "issue.";
    var key =
        finding.code().startsWith(stem)
            ? "issuing.finding." + finding.code().substring(stem.length())
            : "results.finding." + finding.code();
    return texts.text(Language.EN, key, finding.args().toArray());
  }
}
