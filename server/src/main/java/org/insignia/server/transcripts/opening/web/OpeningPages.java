package org.insignia.server.transcripts.opening.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.transcripts.opening.Grants;
import org.insignia.server.transcripts.opening.Openings;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.TranscriptId;
import org.insignia.server.transcripts.share.Window;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A transcript for whoever was given its ID and code. The code travels in a form and nowhere else;
 * nothing here is kept by any cache, or found by any search.
 */
@Controller
class OpeningPages {
  /** The ID as links carry it; anything else is asked about like one that does not exist. */
  static final String ID = "/{id:[0-9A-Za-z-]{1,60}}";

  /** As the vendor's site had it: the language, a name that does not count, the ID. */
  private static final String OLD =
      "/{locale:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}}/users/{user}/transcript";

  private static final String HERE = "/transcripts";
  private static final int LONGEST_SHOWN = 60;

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE = Map.of("closed", "opening.closed");

  private final Openings openings;
  private final Grants grants;
  private final GrantCookie cookie;
  private final Views views;
  private final Window window;
  private final Granted granted;

  OpeningPages(
      Openings openings,
      Grants grants,
      GrantCookie cookie,
      Granted granted,
      Views views,
      Window window) {
    this.granted = granted;
    this.openings = openings;
    this.grants = grants;
    this.cookie = cookie;
    this.views = views;
    this.window = window;
  }

  @GetMapping(HERE)
  ModelAndView ask(@RequestParam(defaultValue = "") String done, HttpServletResponse response) {
    return form("", "", DONE.getOrDefault(done, ""), HttpStatus.OK, response);
  }

  /** Links in the form that employers know lead here; whether there is such a share is not told. */
  @GetMapping(OLD + ID)
  ModelAndView old(
      @PathVariable String locale, @PathVariable String id, HttpServletResponse response) {
    forNobodyElse(response);
    return SeeOther.at(HERE + "/" + id + "?lang=" + Language.of(locale).tag());
  }

  private static ModelAndView form(
      String id, String problem, String done, HttpStatus status, HttpServletResponse response) {
    forNobodyElse(response);
    var shown = id.length() > LONGEST_SHOWN ? id.substring(0, LONGEST_SHOWN) : id;
    return View.of("opening/ask", new OpeningPage(shown, problem, done), status);
  }

  /** No cache, no search, no word to the next page of where the reader came from. */
  static void forNobodyElse(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
  }

  @PostMapping(HERE)
  ModelAndView open(
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    return switch (openings.open(id, code, request.getRemoteAddr())) {
      case Openings.Wrong() ->
          form(id, shell.t("opening.wrong"), "", HttpStatus.UNPROCESSABLE_CONTENT, response);
      case Openings.Later later -> {
        var seconds = later.pause().plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        var words = shell.t("opening.later") + " " + WaitWords.say(later.pause(), shell);
        yield form(id, words, "", HttpStatus.TOO_MANY_REQUESTS, response);
      }
      case Openings.Opened(var share) -> letIn(share, request, response, shell);
    };
  }

  private ModelAndView letIn(
      Share share, HttpServletRequest request, HttpServletResponse response, Shell shell) {
    views.note(share, Views.Kind.PAGE);
    forNobodyElse(response);
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie.holding(grants.give(share), share.transcript()));
    return SeeOther.at(
        request.getParameter("lang") == null
            ? share.path() + "?lang=" + share.language().tag()
            : shell.link(share.path()));
  }

  @GetMapping(HERE + ID)
  ModelAndView show(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var grant = granted.of(id, request);
    if (grant.isEmpty()) {
      return form(id, "", "", HttpStatus.OK, response);
    }
    forNobodyElse(response);
    var share = grant.get().share();
    var transcript = window.of(share, shell.language());
    boolean data = share.programs() != Share.Programs.NONE;
    return View.of(
        "opening/shown",
        new ShownPage(
            transcript,
            share.path(),
            grant.get().until(),
            data,
            data ? List.copyOf(transcript.issuers().values()) : List.of()));
  }

  @PostMapping(HERE + ID + "/close")
  ModelAndView close(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    forNobodyElse(response);
    cookie.in(request).ifPresent(grants::end);
    TranscriptId.parse(id)
        .ifPresent(t -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.gone(t)));
    return SeeOther.at(shell.link(HERE + "?done=closed"));
  }
}
