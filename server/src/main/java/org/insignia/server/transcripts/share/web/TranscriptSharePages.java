package org.insignia.server.transcripts.share.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.postal.PostalAddresses;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.transcripts.opening.Standing;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.insignia.server.transcripts.record.Transcripts;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.Shares;
import org.insignia.server.transcripts.share.Window;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An earner's shares: all of them, a new one, one of them. */
@Controller
class TranscriptSharePages {
  private static final String HERE = "/home/transcript/shares";
  private static final String ID =
      "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
  private static final int SHOWN_VIEWS = 50;

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of("revoked", "shares.done.revoked", "removed", "shares.done.removed");

  private final Shares shares;
  private final Transcripts transcripts;
  private final Window window;
  private final PostalAddresses addresses;
  private final Views views;
  private final Standing standing;
  private final Clock clock;

  TranscriptSharePages(
      Shares shares,
      Transcripts transcripts,
      Window window,
      PostalAddresses addresses,
      Views views,
      Standing standing,
      Clock clock) {
    this.shares = shares;
    this.transcripts = transcripts;
    this.window = window;
    this.addresses = addresses;
    this.views = views;
    this.standing = standing;
    this.clock = clock;
  }

  @GetMapping(HERE)
  ModelAndView all(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return Door.person()
        .map(person ->
            View.of("shares/shares", new SharesPage(lines(person), DONE.getOrDefault(done, ""))))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private List<SharesPage.Line> lines(PersonId person) {
    var now = clock.instant();
    return shares.of(person).stream()
        .map(s -> new SharesPage.Line(s, s.state(now), views.count(s), standing.wrong(s)))
        .toList();
  }

  @GetMapping(HERE + "/new")
  ModelAndView fresh(HttpServletRequest request, Shell shell) {
    return Door.person()
        .map(person ->
            form(
                person,
                ShareForm.fresh(shell.language(), shares.proposeCode()),
                new Problems(),
                shell))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView form(PersonId person, ShareForm form, Problems problems, Shell shell) {
    return Form.of(
        "shares/new",
        new NewSharePage(
            form,
            choices(person, form.ticked(), shell),
            addresses.find(person).isPresent(),
            ShareForm.TIMES,
            problems),
        problems);
  }

  private List<Choice> choices(PersonId person, Predicate<TranscriptItem> ticked, Shell shell) {
    return Choice.of(transcripts.of(person, shell.language()), ticked);
  }

  @PostMapping(HERE)
  ModelAndView make(
      @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response, Shell shell) {
    var person = me();
    var form = ShareForm.read(sent, shell.language());
    var wish = form.wish(choices(person, form.ticked(), shell));
    var code = AccessCode.typed(form.code());
    var problems = new Problems();
    shares.objections(person, wish, code).forEach(o -> say(o, problems, shell));
    if (problems.none() && shares.of(person).size() >= Shares.MOST) {
      problems.add("name", shell.t("shares.problem.many", Shares.MOST));
    }
    if (!problems.none()) {
      return form(person, form, problems, shell);
    }
    return page(shares.make(person, wish, code), code.text(), true, new Problems(), shell);
  }

  private static void say(Shares.Objection objection, Problems problems, Shell shell) {
    var field =
        switch (objection) {
          case NAME -> "name";
          case CODE_SHORT, CODE_LONG, CODE_GUESSABLE -> "code";
          case ITEMS -> "item";
        };
    problems.add(field, shell.t(objection.key(), objection.limit()));
  }

  @GetMapping(HERE + ID)
  ModelAndView one(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    return Door.person()
        .map(person -> page(shares.mine(person, id), "", false, new Problems(), shell))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(
      Share share, String code, boolean fresh, Problems problems, Shell shell) {
    var shown = Choice.of(window.of(share, shell.language()), item -> true);
    var page =
        new SharePage(
            share,
            share.state(clock.instant()),
            shell.absolute(share.path()),
            code,
            fresh,
            share.programs() == Share.Programs.NONE
                ? ""
                : shell.absolute("/api/profiles/transcript/share/" + share.transcript().text()),
            shown,
            views.count(share),
            views.latest(share, SHOWN_VIEWS),
            standing.wrong(share),
            shares.proposeCode().text(),
            problems);
    return Form.of("shares/share", page, problems);
  }

  @PostMapping(HERE + ID + "/code")
  ModelAndView changeCode(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String code, Shell shell) {
    var person = me();
    var share = shares.mine(person, id);
    var wanted = AccessCode.typed(code);
    var problems = new Problems();
    shares.objection(person, wanted).ifPresent(o -> say(o, problems, shell));
    if (!problems.none()) {
      return page(share, "", false, problems, shell);
    }
    shares.changeCode(person, id, wanted);
    return page(share, code, false, new Problems(), shell);
  }

  @PostMapping(HERE + ID + "/revoke")
  ModelAndView revoke(@PathVariable UUID id, Shell shell) {
    shares.revoke(me(), id);
    return SeeOther.at(shell.link(HERE + "?done=revoked"));
  }

  @PostMapping(HERE + ID + "/remove")
  ModelAndView remove(@PathVariable UUID id, Shell shell) {
    shares.remove(me(), id);
    return SeeOther.at(shell.link(HERE + "?done=removed"));
  }

  /** The person who is signed in, where a form was sent that only such a person is shown. */
  private static PersonId me() {
    return Door.person().orElseThrow(() -> new Problem.Forbidden("sign in first"));
  }
}
