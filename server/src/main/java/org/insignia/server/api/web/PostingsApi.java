package org.insignia.server.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.insignia.server.api.operator.OperatorDoor;
import org.insignia.server.insights.feed.FileImports;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files of job postings from the commands of this machine. */
@RestController
class PostingsApi {
  private final OperatorDoor door;
  private final FileImports imports;
  private final Texts texts;

  PostingsApi(OperatorDoor door, FileImports imports, Texts texts) {
    this.door = door;
    this.imports = imports;
    this.texts = texts;
  }

  /**
   * The body is the file, as it is or compressed with gzip; the answer comes when it is read and
   * published.
   *
   * @param feed name of the feed it goes into; made where there is none
   * @param address where the file was fetched from
   * @param add whether what the feed has stays open although it is not in the file
   * @param force whether to publish what looks like a fall
   */
  @PostMapping("/rest/v1/imports/postings")
  PostingsReportJson take(
      @RequestParam String kind,
      @RequestParam String feed,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String employer,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "false") boolean add,
      @RequestParam(defaultValue = "false") boolean force,
      HttpServletRequest request)
      throws IOException {
    var actor = door.enter(request);
    var wish =
        new FileImports.Wish(
            feed,
            FeedKind.of(kind).orElseThrow(() -> unknown(kind)),
            address,
            employer,
            country,
            !add,
            force);
    var imported = imports.take(actor, wish, request.getInputStream());
    return PostingsReportJson.of(imported, PostingsAdvice.on(wish, imported), this::english);
  }

  private static Problem unknown(String kind) {
    return new Problem.Invalid(
        "kind", "there is no kind \"" + kind + "\" of file: say one of " + FeedKind.words());
  }

  private String english(String stem, String constant, Object... args) {
    var key = stem + constant.toLowerCase(Locale.ROOT).replace('_', '-');
    return texts.has(key) ? texts.text(Language.EN, key, args) : "";
  }
}
