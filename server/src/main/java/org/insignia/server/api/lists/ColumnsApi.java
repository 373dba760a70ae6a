package org.insignia.server.api.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.results.feed.Encoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the columns of a list mean, and what holds for all of its rows. */
@RestController
@RequestMapping("/rest/v1/issue/{id}/columns")
class ColumnsApi {
  private static final int LONGEST_SAMPLE = 200;
  private static final int MOST_COLUMNS = 1_000;

  private final ApiDoor door;
  private final Runs runs;
  private final Achievements achievements;
  private final ToldLists told;

  ColumnsApi(ApiDoor door, Runs runs, Achievements achievements, ToldLists told) {
    this.door = door;
    this.runs = runs;
    this.achievements = achievements;
    this.told = told;
  }

  /**
   * The columns of a list.
   *
   * @param badge slug of the badge for rows that name none; null: each row names one
   * @param problems why it cannot be tried or started yet, in English
   */
  record Json(
      String state,
      String encoding,
      List<Cell> columns,
      @Nullable String badge,
      String language,
      boolean quiet,
      List<String> problems) {}

  /**
   * A column.
   *
   * @param header its name in the file
   * @param samples what stands in it in the first rows
   */
  record Cell(String header, String meaning, List<String> samples) {}

  @GetMapping
  ResponseEntity<Json> look(@PathVariable UUID id, HttpServletRequest request) {
    return json(door.enter(request, Scope.ISSUE_WRITE), id);
  }

  /** Changes what the body names. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> choose(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    var run = runs.get(visit.organisation().id(), id);
    var body = Body.of(json);
    var known = run.choices();
    var encoding = encoding(body, run.shape().encoding());
    var columns = columns(body, run);
    var choices =
        new Run.Choices(
            body.has("badge") ? badge(body, visit) : known.achievement(),
            language(body, known.language()),
            body.flag("quiet", known.quiet()));
    body.end();
    runs.choose(visit.organisation().id(), id, encoding, columns, choices);
    return json(visit, id);
  }

  private static Encoding encoding(Body body, Encoding known) {
    var words = Stream.of(Encoding.values()).map(ColumnsApi::word).toList();
    return Encoding.values()[words.indexOf(body.word("encoding", words, word(known)))];
  }

  private static List<Column> columns(Body body, Run run) {
    var known = run.shape().plan().columns();
    if (!body.has("columns")) {
      return known;
    }
    var words = Stream.of(Column.values()).map(ColumnsApi::word).toList();
    var said = body.texts("columns", MOST_COLUMNS, 40);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      int at = words.indexOf(said.get(i));
      if (at < 0) {
        body.wrong("columns", i, "one of " + String.join(", ", words));
      } else {
        columns.add(Column.values()[at]);
      }
    }
    if (said.size() != run.shape().header().size()) {
      body.wrong("columns", "one for each column of the list: " + run.shape().header().size());
    }
    return columns;
  }

  private @Nullable AchievementId badge(Body body, Visit visit) {
    var slug = body.text("badge", 200);
    if (slug.isEmpty()) {
      return null;
    }
    var found = achievements.bySlug(visit.organisation().id(), slug);
    if (found.isEmpty()) {
      body.wrong("badge", "there is no badge of this slug");
    }
    return found.map(Achievement::id).orElse(null);
  }

  private static Language language(Body body, Language known) {
    var text = body.text("language", 20);
    var found = text.isEmpty() ? java.util.Optional.of(known) : Language.find(text);
    if (found.isEmpty()) {
      body.wrong("language", "one of en, es, pt-BR, zh-CN, it");
    }
    return found.orElse(known);
  }

  private ResponseEntity<Json> json(Visit visit, UUID id) {
    var run = runs.get(visit.organisation().id(), id);
    var shape = run.shape();
    var chosen = run.choices().achievement();
    List<List<String>> samples = run.state() == Run.State.REFUSED ? List.of() : runs.samples(run);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < shape.header().size(); i++) {
      int column = i;
      cells.add(
          new Cell(
              shape.header().get(i),
              word(shape.plan().columns().get(i)),
              samples.stream()
                  .map(row -> column < row.size() ? cut(row.get(column)) : "")
                  .toList()));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Json(
                run.state().name(),
                word(shape.encoding()),
                cells,
                chosen == null ? null : achievements.get(chosen).slug(),
                run.choices().language().tag(),
                run.choices().quiet(),
                shape.plan().problems(chosen != null).stream().map(told::english).toList()));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
