package org.insignia.server.console.badges;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.csv.CsvLine;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Badges as tables to take away: written as they are read, some hundreds at a time. That somebody
 * took one stands in the audit.
 */
@Component
public class BadgeTables {
  private static final int AT_ONCE = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> COLUMNS =
      List.of(
          "id", "badge", "name", "address", "earned", "issued", "until", "state", "since", "reason",
          "decided", "page");

  private final Badges badges;
  private final Achievements achievements;
  private final Audit audit;
  private final Texts texts;
  private final Settings settings;

  BadgeTables(
      Badges badges, Achievements achievements, Audit audit, Texts texts, Settings settings) {
    this.badges = badges;
    this.achievements = achievements;
    this.audit = audit;
    this.texts = texts;
    this.settings = settings;
  }

  /** For the audit, before the first byte. */
  public void taken(String actor, Organisation organisation, String form) {
    audit.record(actor, organisation.id().value(), "badges.export", "badges", form);
  }

  /** With a header in this language. */
  public void csv(Organisation organisation, Asked asked, Language language, Writer out)
      throws IOException {
    out.write('\ufeff'); // spreadsheets take a file without it for Windows-1252
    out.write(
        CsvLine.of(
            COLUMNS.stream()
                .map(column -> texts.text(language, "console.badges.column." + column))
                .toList()));
    each(
        organisation, asked, language, cells -> out.write(CsvLine.of(List.copyOf(cells.values()))));
  }

  /** An array of objects. */
  public void json(Organisation organisation, Asked asked, Language language, Writer out)
      throws IOException {
    out.write("[");
    var between = new String[] {"\n"};
    each(
        organisation,
        asked,
        language,
        cells -> {
          out.write(between[0] + JSON.writeValueAsString(cells));
          between[0] = ",\n";
        });
    out.write("\n]\n");
  }

  /** What is done with each badge. */
  private interface Row {
    void write(Map<String, String> cells) throws IOException;
  }

  private void each(Organisation organisation, Asked asked, Language language, Row row)
      throws IOException {
    Map<AchievementId, String> titles =
        achievements.all(organisation.id()).stream()
            .collect(Collectors.toMap(Achievement::id, a -> a.words(language).name()));
    var at = Optional.<CredentialId>empty();
    do {
      var found = badges.find(organisation.id(), asked, at, AT_ONCE);
      for (var listed : found.badges()) {
        var title = Objects.requireNonNullElse(titles.get(listed.badge().achievement()), "");
        row.write(cells(listed, title));
      }
      at = Optional.ofNullable(found.next());
    } while (at.isPresent());
  }

  private Map<String, String> cells(Listed listed, String title) {
    var badge = listed.badge();
    var cells = new LinkedHashMap<String, String>();
    cells.put("id", badge.id().value().toString());
    cells.put("badge", title);
    cells.put("name", badge.name());
    cells.put("address", badge.address());
    cells.put("earned", badge.earnedAt().toString());
    cells.put("issued", badge.issuedAt().toString());
    cells.put("until", text(badge.validUntil()));
    cells.put("state", listed.state().word());
    cells.put("since", text(badge.stateAt()));
    cells.put("reason", badge.stateReason());
    cells.put("decided", text(listed.decidedAt()));
    cells.put("page", settings.url("/badges/" + badge.id().value()).toString());
    return cells;
  }

  private static String text(@Nullable Instant time) {
    return time == null ? "" : time.toString();
  }
}
