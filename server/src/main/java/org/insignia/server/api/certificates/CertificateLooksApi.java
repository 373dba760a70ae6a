package org.insignia.server.api.certificates;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Press;
import org.insignia.server.certificates.Specimens;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.CertificateDesigns;
import org.insignia.server.certificates.design.DesignPictures;
import org.insignia.server.certificates.design.PictureId;
import org.insignia.server.certificates.staff.DesignWish;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How an organisation's certificates look: every version, the next one tried and laid down. A
 * certificate keeps the version that was in force when its badge was issued.
 */
@RestController
@RequestMapping("/rest/v1/certificates")
class CertificateLooksApi {
  private final ApiDoor door;
  private final CertificateDesigns designs;
  private final DesignPictures pictures;
  private final Specimens specimens;
  private final Press press;
  private final Texts texts;

  CertificateLooksApi(
      ApiDoor door,
      CertificateDesigns designs,
      DesignPictures pictures,
      Specimens specimens,
      Press press,
      Texts texts) {
    this.door = door;
    this.designs = designs;
    this.pictures = pictures;
    this.specimens = specimens;
    this.press = press;
    this.texts = texts;
  }

  /** A version; {@code current} is the one that badges are issued with from now on. */
  record Line(int version, Instant since, boolean current) {}

  @GetMapping("/design")
  CertificateLookJson look(HttpServletRequest request) {
    var organisation = door.enter(request, Scope.ORGANISATION_READ).organisation();
    return CertificateLookJson.of(designs.current(organisation));
  }

  /** The latest first; none where the organisation uses the product's look. */
  @GetMapping("/designs")
  ResponseEntity<Listing<Line>> list(HttpServletRequest request) {
    var organisation = door.enter(request, Scope.ORGANISATION_READ).organisation();
    var all = designs.versions(organisation);
    return Listing.answer(
        all.stream().map(d -> new Line(d.version(), d.since(), d.equals(all.getFirst()))).toList(),
        null,
        "");
  }

  @GetMapping("/designs/{version}")
  CertificateLookJson one(@PathVariable int version, HttpServletRequest request) {
    var organisation = door.enter(request, Scope.ORGANISATION_READ).organisation();
    return CertificateLookJson.of(version(organisation, version));
  }

  /** 0 is the product's own, which every organisation has from the first day. */
  private CertificateDesign version(Organisation organisation, int number) {
    return number == 0
        ? CertificateDesign.ofTheHouse(organisation.accent())
        : designs.versions(organisation).stream()
            .filter(d -> d.version() == number)
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("there is no version " + number));
  }

  /** A sample in this version, as a picture. */
  @GetMapping("/designs/{version}/page.png")
  ResponseEntity<byte[]> page(
      @PathVariable int version,
      @RequestParam(defaultValue = "a4") String paper,
      @RequestParam(defaultValue = "en") String language,
      HttpServletRequest request) {
    var organisation = door.enter(request, Scope.ORGANISATION_READ).organisation();
    return sample(organisation, version(organisation, version), edition(paper, language));
  }

  /** Lays down another version, with what the body names; one that looks the same is none. */
  @PutMapping(path = "/design", consumes = MediaType.APPLICATION_JSON_VALUE)
  CertificateLookJson change(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var wish = wish(visit, json);
    return CertificateLookJson.of(designs.change(visit.actor(), visit.organisation(), wish));
  }

  /** A sample of what {@link #change} would lay down; nothing is kept. */
  @PostMapping(path = "/design/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> tried(
      @RequestParam(defaultValue = "a4") String paper,
      @RequestParam(defaultValue = "en") String language,
      @RequestBody byte[] json,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var edition = edition(paper, language);
    return sample(visit.organisation(), wish(visit, json), edition);
  }

  private CertificateDesign wish(Visit visit, byte[] json) {
    var organisation = visit.organisation();
    var body =
        new CertificateLookBody(
            Body.of(json), id -> pictures.find(organisation.id(), new PictureId(id)).isPresent());
    var wish = body.read(DesignWish.of(designs.current(organisation)));
    var problems = new Problems();
    return wish.design(problems, (key, args) -> texts.text(Language.EN, key, args))
        .orElseThrow(() -> new Problem.Invalid(faults(problems)));
  }

  private static List<Fault> faults(Problems problems) {
    return problems.all().entrySet().stream()
        .map(e ->
            new Fault(
                CertificateLookBody.PLACES.getOrDefault(e.getKey(), "/" + e.getKey()),
                e.getValue()))
        .toList();
  }

  private static Edition edition(String paper, String language) {
    return new Edition(
        Edition.Paper.find(paper).orElseThrow(() -> new Problem.Invalid("paper", "a4 or letter")),
        Language.find(language)
            .orElseThrow(() -> new Problem.Invalid("language", "one of en, es, pt-BR, zh-CN, it")));
  }

  private ResponseEntity<byte[]> sample(
      Organisation organisation, CertificateDesign design, Edition edition) {
    return png(press.picture(specimens.of(organisation, design, edition.language()), edition));
  }

  @GetMapping("/pictures/{id}")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, HttpServletRequest request) {
    var organisation = door.enter(request, Scope.ORGANISATION_READ).organisation();
    return png(
        pictures
            .find(organisation.id(), new PictureId(id))
            .orElseThrow(() -> new Problem.NotFound("there is no picture " + id))
            .png());
  }

  private static ResponseEntity<byte[]> png(Bytes png) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.IMAGE_PNG)
        .body(png.toArray());
  }
}
