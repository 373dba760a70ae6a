package org.insignia.server.certificates.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Press;
import org.insignia.server.certificates.Specimens;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.CertificateDesigns;
import org.insignia.server.certificates.design.DesignPictures;
import org.insignia.server.certificates.design.PictureId;
import org.insignia.server.certificates.design.Wording;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** How an organisation's certificates look: seen, tried, laid down. */
@Controller
class DesignPages {
  private final StaffDoor door;
  private final CertificateDesigns designs;
  private final DesignPictures pictures;
  private final SentPictures sent;
  private final Specimens specimens;
  private final Press press;

  DesignPages(
      StaffDoor door,
      CertificateDesigns designs,
      DesignPictures pictures,
      SentPictures sent,
      Specimens specimens,
      Press press) {
    this.door = door;
    this.designs = designs;
    this.pictures = pictures;
    this.sent = sent;
    this.specimens = specimens;
    this.press = press;
  }

  @GetMapping("/console/{slug}/certificates")
  ModelAndView look(
      @PathVariable String slug,
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var design = version(organisation, asked.getOrDefault("version", ""));
    var edition = edition(asked, request, shell);
    var picture =
        "/console/%s/certificates/page.png?version=%d&paper=%s&in=%s"
            .formatted(slug, design.version(), edition.paper().word(), edition.language().tag());
    return page(
        organisation,
        new Trial(design.version(), picture, false, edition, DesignWish.of(design)),
        "saved".equals(asked.get("done")),
        new Problems(),
        shell);
  }

  private static Edition edition(
      Map<String, String> asked, HttpServletRequest request, Shell shell) {
    return Edition.suiting(shell.language(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
        .or(asked.getOrDefault("paper", ""), asked.getOrDefault("in", ""));
  }

  /** One of the versions; 0 and nothing: the one in force. */
  private CertificateDesign version(Organisation organisation, String number) {
    return number.isEmpty()
        ? designs.current(organisation)
        : designs.versions(organisation).stream()
            .filter(d -> number.equals(Integer.toString(d.version())))
            .findFirst()
            .or(() ->
                java.util.Optional.of(CertificateDesign.ofTheHouse(organisation.accent()))
                    .filter(d -> number.equals("0")))
            .orElseThrow(() -> new Problem.NotFound("no version " + number));
  }

  @GetMapping("/console/{slug}/certificates/page.png")
  ResponseEntity<byte[]> picture(
      @PathVariable String slug,
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var design = version(organisation, asked.getOrDefault("version", ""));
    var edition = edition(asked, request, shell);
    return png(press.picture(specimens.of(organisation, design, edition.language()), edition));
  }

  @GetMapping("/console/{slug}/certificates/pictures/{id}")
  ResponseEntity<byte[]> logo(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    return png(
        pictures
            .find(organisation.id(), new PictureId(id))
            .orElseThrow(() -> new Problem.NotFound("no such picture here"))
            .png());
  }

  private static ResponseEntity<byte[]> png(org.insignia.openbadges.json.Bytes png) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(png.toArray());
  }

  /** Shows what was typed, or lays it down for good. */
  @PostMapping("/console/{slug}/certificates")
  ModelAndView change(
      @PathVariable String slug,
      @RequestParam Map<String, String> form,
      @RequestParam Map<String, MultipartFile> files,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var problems = new Problems();
    var wish = read(new SentPictures.Brought(organisation, form, files), problems, shell);
    var design = wish.design(problems, shell::t);
    var edition = edition(form, request, shell);
    if (design.isPresent() && form.getOrDefault("do", "").equals("save")) {
      var viewer = shell.viewer();
      designs.change("person:" + (viewer == null ? "" : viewer.id()), organisation, design.get());
      return SeeOther.at(shell.link("/console/" + slug + "/certificates?done=saved"));
    }
    var picture =
        design
            .map(d -> press.picture(specimens.of(organisation, d, edition.language()), edition))
            .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png.view()))
            .orElse("");
    var current = designs.current(organisation).version();
    return page(
        organisation, new Trial(current, picture, true, edition, wish), false, problems, shell);
  }

  private DesignWish read(SentPictures.Brought brought, Problems problems, Shell shell) {
    var logo = sent.of("logo", brought, problems, shell);
    var signatures = new ArrayList<String>();
    for (int i = 1; i <= CertificateDesign.MOST_SIGNATORIES; i++) {
      signatures.add(sent.of("signature" + i, brought, problems, shell));
    }
    return DesignWish.read(brought.form(), logo, signatures);
  }

  /** What the page shows and what its form holds. */
  private record Trial(
      int version, String picture, boolean isTrial, Edition edition, DesignWish wish) {}

  private ModelAndView page(
      Organisation organisation, Trial trial, boolean saved, Problems problems, Shell shell) {
    var versions = designs.versions(organisation);
    Map<Language, Wording> house = new EnumMap<>(Language.class);
    Language.all().forEach(language -> house.put(language, specimens.houseWords(language)));
    var page =
        new DesignPage(
            organisation.slug(),
            organisation.name(),
            trial.version(),
            door.may(shell, organisation, Role.ADMIN),
            trial.picture(),
            trial.isTrial(),
            trial.edition(),
            trial.wish(),
            house,
            rows(versions),
            saved,
            problems);
    return Form.of("certificates/design", page, problems);
  }

  private static List<DesignPage.Version> rows(List<CertificateDesign> versions) {
    return versions.stream()
        .map(d -> new DesignPage.Version(d.version(), d.since(), d.equals(versions.getFirst())))
        .toList();
  }
}
