package org.insignia.server.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.entries.Entries;
import org.insignia.server.catalog.entries.RulesForm;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.platform.i18n.Texts;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which results become badges: read, tried on everybody's results, laid down. */
@RestController
@RequestMapping("/rest/v1/catalogue/rules")
class RulesApi {
  private static final int MOST_PERIODS = 500;
  private static final int LONGEST_PERIOD = 20;

  private final ApiDoor door;
  private final Catalog catalog;
  private final Entries entries;
  private final Texts texts;

  RulesApi(ApiDoor door, Catalog catalog, Entries entries, Texts texts) {
    this.door = door;
    this.catalog = catalog;
    this.entries = entries;
    this.texts = texts;
  }

  @GetMapping
  EntryJson.Rules rules(HttpServletRequest request) {
    return json(door.enter(request, Scope.CATALOGUE_READ));
  }

  private EntryJson.Rules json(Visit visit) {
    return EntryJson.rules(catalog.current(visit.organisation().id()));
  }

  /** Changes what the body names; they hold for every decision from then on. */
  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  EntryJson.Rules change(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var wish = wish(visit, json);
    if (!entries.saveRules(visit.actor(), visit.organisation(), wish.form(), wish.faults())) {
      throw wish.faults().problem();
    }
    return json(visit);
  }

  /** What these rules would do to everybody; nothing is laid down. */
  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  EffectJson tried(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var wish = wish(visit, json);
    return entries
        .tryRules(visit.organisation(), wish.form(), wish.faults())
        .map(effect -> EffectJson.of(effect, catalog.current(visit.organisation().id())))
        .orElseThrow(wish.faults()::problem);
  }

  private record Asked(RulesForm form, ToldFaults faults) {}

  private Asked wish(Visit visit, byte[] json) {
    var version = catalog.current(visit.organisation().id());
    var known = RulesForm.of(version.rules(), version);
    var body = Body.of(json);
    var form =
        new RulesForm(
            word(body, "examBadges", Rules.ExamBadges.class, known.examBadges()),
            word(body, "singleExam", Rules.SingleExam.class, known.singleExam()),
            word(body, "lateResults", Rules.LateResults.class, known.lateResults()),
            periods(body, "validityByType", known.byType()),
            periods(body, "validityByCertification", known.byUid()),
            body.has("renewalWindow")
                ? months(body, "renewalWindow", body.text("renewalWindow", LONGEST_PERIOD))
                : known.window());
    body.end();
    Map<String, String> places = new HashMap<>();
    places(places, "type-months-", "/validityByType/", form.byType());
    places(places, "uid-months-", "/validityByCertification/", form.byUid());
    places.put("window", "/renewalWindow");
    return new Asked(form, new ToldFaults(texts, places));
  }

  private static <E extends Enum<E>> String word(
      Body body, String name, Class<E> type, String known) {
    var words = Stream.of(type.getEnumConstants()).map(EntryJson::word).toList();
    return body.word(name, words, known.toLowerCase(Locale.ROOT).replace('_', '-'))
        .toUpperCase(Locale.ROOT)
        .replace('-', '_');
  }

  /** All of them, or those that there are where the body names none. */
  private static Map<String, String> periods(Body body, String name, Map<String, String> known) {
    if (!body.has(name)) {
      return known;
    }
    Map<String, String> months = new LinkedHashMap<>();
    var said = body.map(name, MOST_PERIODS, LONGEST_PERIOD);
    said.forEach((key, period) -> months.put(key, months(body, name, period)));
    return months;
  }

  /** A period as the form counts it; empty for none. */
  private static String months(Body body, String name, String period) {
    if (period.isEmpty()) {
      return "";
    }
    try {
      var read = Period.parse(period);
      if (read.getDays() == 0 && !read.isNegative() && read.toTotalMonths() < 10_000) {
        return Long.toString(read.toTotalMonths());
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // said below
    }
    body.wrong(name, "periods of whole months or years as ISO 8601 writes them, P1Y or P18M");
    return "";
  }

  private static void places(
      Map<String, String> into, String field, String pointer, Map<String, String> periods) {
    int place = 0;
    for (var key : periods.keySet()) {
      into.put(field + place++, pointer + key.replace("~", "~0").replace("/", "~1"));
    }
  }
}
