package org.insignia.server.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.entries.CertificationForm;
import org.insignia.server.catalog.entries.CertificationWish;
import org.insignia.server.catalog.entries.Entries;
import org.insignia.server.catalog.entries.ExamForm;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exams and certifications made and changed by hand. From then on imports leave them as they are,
 * and say so, until they are let go.
 */
@RestController
@RequestMapping("/rest/v1/catalogue")
class EntriesApi {
  private static final Map<String, String> PLACES =
      Map.of("code", "/number", "retirement", "/lastDay", "tree", "/requires");

  private final ApiDoor door;
  private final Catalog catalog;
  private final Entries entries;
  private final EntryViews views;
  private final Texts texts;
  private final Settings settings;

  EntriesApi(
      ApiDoor door,
      Catalog catalog,
      Entries entries,
      EntryViews views,
      Texts texts,
      Settings settings) {
    this.door = door;
    this.catalog = catalog;
    this.entries = entries;
    this.views = views;
    this.texts = texts;
    this.settings = settings;
  }

  private CatalogVersion version(Visit visit) {
    return catalog.current(visit.organisation().id());
  }

  private ToldFaults faults() {
    return new ToldFaults(texts, PLACES);
  }

  @PostMapping(path = "/exams", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<EntryJson.Exam> makeExam(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var form = EntryBody.exam(Body.of(json), new ExamForm("", Map.of(), "", false));
    var faults = faults();
    var uid =
        entries
            .saveExam(visit.actor(), visit.organisation(), null, form, faults)
            .orElseThrow(faults::problem);
    return ResponseEntity.created(settings.url("/rest/v1/catalogue/exams/" + uid))
        .body(views.exam(visit, uid));
  }

  /** Changes what the body names. */
  @PatchMapping(path = "/exams/{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
  EntryJson.Exam changeExam(
      @PathVariable String slug, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var old = EntryViews.exam(version(visit), slug);
    var titles = entries.titles(visit.organisation(), old.uid(), old.title());
    var form = EntryBody.exam(Body.of(json), ExamForm.of(old, titles));
    var faults = faults();
    var uid =
        entries
            .saveExam(visit.actor(), visit.organisation(), old, form, faults)
            .orElseThrow(faults::problem);
    return views.exam(visit, uid);
  }

  @PostMapping("/exams/{slug}/let-go")
  EntryJson.Exam letExamGo(@PathVariable String slug, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var uid = EntryViews.exam(version(visit), slug).uid();
    entries.letGo(visit.actor(), visit.organisation(), uid);
    return views.exam(visit, uid);
  }

  @PostMapping(path = "/certifications", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<EntryJson.Certification> make(
      @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var uid = saved(visit, null, wish(visit, null, json));
    return ResponseEntity.created(settings.url("/rest/v1/catalogue/certifications/" + uid))
        .body(views.certification(visit, uid));
  }

  /** Changes what the body names. */
  @PatchMapping(path = "/certifications/{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
  EntryJson.Certification change(
      @PathVariable String slug, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var old = EntryViews.certification(version(visit), slug);
    return views.certification(visit, saved(visit, old, wish(visit, old, json)));
  }

  /** What making it would do to everybody. */
  @PostMapping(path = "/certifications/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  EffectJson tryNew(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    return tried(visit, null, wish(visit, null, json));
  }

  /** What changing it so would do to everybody. */
  @PostMapping(path = "/certifications/{slug}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  EffectJson tryChange(
      @PathVariable String slug, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var old = EntryViews.certification(version(visit), slug);
    return tried(visit, old, wish(visit, old, json));
  }

  @PostMapping("/certifications/{slug}/let-go")
  EntryJson.Certification letGo(@PathVariable String slug, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_WRITE);
    var uid = EntryViews.certification(version(visit), slug).uid();
    entries.letGo(visit.actor(), visit.organisation(), uid);
    return views.certification(visit, uid);
  }

  private CertificationWish wish(Visit visit, @Nullable Certification old, byte[] json) {
    var body = Body.of(json);
    if (old == null) {
      var empty = new CertificationForm(Map.of(), "", "", "", false);
      return EntryBody.certification(body, empty, null, version(visit));
    }
    var titles = entries.titles(visit.organisation(), old.uid(), old.title());
    var known = CertificationForm.of(old, titles);
    return EntryBody.certification(body, known, old.requires(), version(visit));
  }

  private String saved(Visit visit, @Nullable Certification old, CertificationWish wish) {
    var faults = faults();
    return entries
        .saveCertification(visit.actor(), visit.organisation(), old, wish, faults)
        .orElseThrow(faults::problem);
  }

  private EffectJson tried(Visit visit, @Nullable Certification old, CertificationWish wish) {
    var faults = faults();
    return entries
        .tryCertification(visit.organisation(), old, wish, faults)
        .map(effect -> EffectJson.of(effect, version(visit), wish.title()))
        .orElseThrow(faults::problem);
  }
}
