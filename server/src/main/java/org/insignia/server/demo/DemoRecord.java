package org.insignia.server.demo;

import java.util.Set;
import org.insignia.server.demo.DemoPeople.Member;
import org.insignia.server.insights.alert.SavedSearches;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.springframework.stereotype.Component;

/**
 * What the demo's earner does with her record: she shares it with an employer and looks for work.
 */
@Component
final class DemoRecord {
  private final Shares shares;
  private final SavedSearches searches;
  private final Settings settings;

  DemoRecord(Shares shares, SavedSearches searches, Settings settings) {
    this.shares = shares;
    this.searches = searches;
    this.settings = settings;
  }

  /** Keeps a search for the work she does, near where she lives. */
  void lookForWork(Member ana) {
    var query =
        new JobQuery(Set.of("data-engineering"), "", "", Place.in("PT"), false, null, null, "", "");
    searches.keep(ana.id(), "Data engineering in Portugal", query);
  }

  /**
   * Opens a window on all that is in force; it stays open, as the demo is looked at any day, and
   * programs read it by its ID alone.
   */
  DemoFile.Transcript share(Member ana) {
    var code = shares.proposeCode();
    var share =
        shares.make(
            ana.id(),
            new ShareWish(
                "Cabo Alto Tides, my application",
                Language.EN,
                false,
                Share.Programs.BY_ID,
                null,
                null),
            code);
    return new DemoFile.Transcript(
        settings.url(share.path()).toString(), share.transcript().text(), code.text());
  }
}
