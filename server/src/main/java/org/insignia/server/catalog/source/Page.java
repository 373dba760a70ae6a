package org.insignia.server.catalog.source;

import static org.insignia.server.catalog.source.SkillPhrases.plain;

import java.util.List;
import java.util.function.Consumer;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.source.Fact.Edition;
import org.insignia.server.catalog.source.SourceProblem.Reason;

/** A YAML page of the source; what it is stands in its first line, as {@code ### YamlMime:Role}. */
final class Page {
  private static final String MIME = "### YamlMime:";

  private final Edition edition;
  private final Consumer<Fact> sink;

  Page(Edition edition, Consumer<Fact> sink) {
    this.edition = edition;
    this.sink = sink;
  }

  /** The kind in a page's first line; empty where there is none. */
  static String kind(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.startsWith(MIME) ? first.substring(MIME.length()).strip() : "";
  }

  void read(String kind, Fields page) {
    Entry entry =
        switch (kind) {
          case "Certification" -> Entries.certification(page, Entries.Names.PAGES);
          case "Examination" -> Entries.exam(page, Entries.Names.PAGES);
          case "CertificationRenewal" -> Entries.renewal(page, "examsPassed");
          case "Role" -> Entries.role(page, "certificationPaths");
          default -> throw new Unusable(Reason.UNKNOWN_ROW, kind);
        };
    sink.accept(new Fact.EntryFact(page.origin(), edition, entry));
    List<EntryText.SkillPhrase> skills = SkillPhrases.read(page, "skills");
    String title = page.text("title");
    EntryText text =
        new EntryText(
            title == null || title.isBlank() ? null : plain(title),
            page.text("subTitle"),
            page.text("summary"),
            skills.isEmpty() ? null : skills);
    sink.accept(new Fact.TextFact(page.origin(), edition, entry.uid(), text));
  }
}
