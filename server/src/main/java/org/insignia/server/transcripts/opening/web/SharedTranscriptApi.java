package org.insignia.server.transcripts.opening.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.transcripts.data.TranscriptJson;
import org.insignia.server.transcripts.opening.Openings;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.Window;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A shared transcript for programs, at the address and in the shape that existing tools know, where
 * its earner allowed it. The code comes by HTTP Basic or in the body of a POST, never in an
 * address; whatever does not open is 404, whether the ID, the code or the permission is missing.
 */
@Controller
class SharedTranscriptApi {
  private static final String HERE = "/api/profiles/transcript/share" + OpeningPages.ID;
  private static final int LONGEST_BODY = 4096;
  private static final String BASIC = "basic ";

  private final Openings openings;
  private final Window window;
  private final SharedRecords records;
  private final Views views;

  SharedTranscriptApi(Openings openings, Window window, SharedRecords records, Views views) {
    this.openings = openings;
    this.window = window;
    this.records = records;
    this.views = views;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> json(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String locale,
      HttpServletRequest request) {
    return answer(opened(id, basic(request), request), locale, Views.Kind.JSON, this::json);
  }

  @PostMapping(HERE)
  ResponseEntity<byte[]> jsonByCode(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String locale,
      HttpServletRequest request)
      throws IOException {
    return answer(opened(id, posted(request), request), locale, Views.Kind.JSON, this::json);
  }

  @GetMapping(HERE + "/clr")
  ResponseEntity<byte[]> clr(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String locale,
      HttpServletRequest request) {
    var share = opened(id, basic(request), request);
    return answer(share, locale, Views.Kind.CLR, transcript -> clr(share, transcript));
  }

  @PostMapping(HERE + "/clr")
  ResponseEntity<byte[]> clrByCode(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String locale,
      HttpServletRequest request)
      throws IOException {
    var share = opened(id, posted(request), request);
    return answer(share, locale, Views.Kind.CLR, transcript -> clr(share, transcript));
  }

  private Bytes json(Transcript transcript) {
    return Bytes.utf8(TranscriptJson.of(transcript));
  }

  /** A list, because each organisation signs for itself. */
  private Bytes clr(Share share, Transcript transcript) {
    return SharedRecords.list(records.of(share, transcript));
  }

  private ResponseEntity<byte[]> answer(
      Share share, String locale, Views.Kind kind, Function<Transcript, Bytes> written) {
    var language = Language.find(locale).orElse(share.language());
    var body = written.apply(window.of(share, language));
    views.note(share, kind);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .body(body.toArray());
  }

  /**
   * @param code empty where none came along
   */
  private Share opened(String id, Optional<String> code, HttpServletRequest request) {
    var outcome =
        code.isEmpty()
            ? openings.openByIdAlone(id, request.getRemoteAddr())
            : openings.open(id, code.get(), request.getRemoteAddr());
    return switch (outcome) {
      case Openings.Opened(var share) when share.programs() != Share.Programs.NONE -> share;
      case Openings.Opened opened -> throw nothing();
      case Openings.Wrong() -> throw nothing();
      case Openings.Later(Duration pause) ->
          throw new Problem.TooMany(pause, "too many tries; this one was not looked at");
    };
  }

  private static Problem nothing() {
    return new Problem.NotFound("no transcript is shared with programs under this ID and code");
  }

  /** The password of HTTP Basic; the user name may be the ID or anything. */
  private static Optional<String> basic(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      var text =
          new String(
              Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
              StandardCharsets.UTF_8);
      return Optional.of(text.substring(text.indexOf(':') + 1));
    } catch (IllegalArgumentException noBase64) {
      return Optional.of("");
    }
  }

  /** {@code {"accessCode": "..."}}, or a form with {@code accessCode}. */
  private static Optional<String> posted(HttpServletRequest request) throws IOException {
    var type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
      var field = Optional.ofNullable(request.getParameter("accessCode"));
      return field.isPresent() ? field : basic(request);
    }
    var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    try {
      return body.length <= LONGEST_BODY
              && Json.parse(Bytes.wrap(body)) instanceof JsonValue.JsonObject object
              && object.get("accessCode") instanceof JsonValue.JsonString code
          ? Optional.of(code.value())
          : Optional.of("");
    } catch (MalformedCredential noJson) {
      return Optional.of("");
    }
  }
}
