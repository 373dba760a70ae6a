package org.insignia.server.claims.corrections;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.corrections.Corrections.Wish;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The earner's side of a correction. */
@Controller
class AskPages {
  private final Corrections corrections;
  private final Achievements achievements;
  private final Organisations organisations;

  AskPages(Corrections corrections, Achievements achievements, Organisations organisations) {
    this.corrections = corrections;
    this.achievements = achievements;
    this.organisations = organisations;
  }

  @GetMapping("/home/badges/{id}/correction")
  ModelAndView look(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return Door.signInFirst(request);
    }
    var credential = corrections.correctable(person.get(), new CredentialId(id));
    return page(
        person.get(),
        credential,
        new Wish(credential.recipientName(), "", true),
        new Problems(),
        shell);
  }

  @PostMapping("/home/badges/{id}/correction")
  ModelAndView ask(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String everywhere,
      Shell shell) {
    var me = me();
    var wish = new Wish(name, note, everywhere.equals("yes"));
    var objection = corrections.ask(me, new CredentialId(id), wish);
    if (objection.isEmpty()) {
      return SeeOther.at(shell.link("/home/badges/" + id + "/correction"));
    }
    var problems = new Problems();
    switch (objection.get()) {
      case Corrections.NoName() -> problems.add("name", shell.t("accounts.name.wrong"));
      case Corrections.SameName() -> problems.add("name", shell.t("claims.correction.same"));
      case Corrections.LongNote() ->
          problems.add("note", shell.t("claims.correction.long", Corrections.LONGEST_NOTE));
      case Corrections.Open() -> problems.add("name", shell.t("claims.correction.is-open"));
      case Corrections.Wait(var time) -> problems.add("name", WaitWords.say(time, shell));
    }
    return page(me, corrections.correctable(me, new CredentialId(id)), wish, problems, shell);
  }

  @PostMapping("/home/badges/{id}/correction/withdraw")
  ModelAndView withdraw(@PathVariable UUID id, Shell shell) {
    corrections.withdraw(me(), new CredentialId(id));
    return SeeOther.at(shell.link("/home/badges/" + id + "/correction"));
  }

  private ModelAndView page(
      PersonId person, Credential credential, Wish wish, Problems problems, Shell shell) {
    var page =
        new AskPage(
            credential.id().value().toString(),
            title(credential, shell),
            organisations.get(credential.organisation()).name(),
            credential.recipientName(),
            wish.name(),
            wish.note(),
            wish.everywhere(),
            corrections.others(person, credential).stream().map(c -> title(c, shell)).toList(),
            latest(credential.id(), person).orElse(null),
            problems);
    return Form.of("claims/corrections/ask", page, problems);
  }

  private Optional<AskPage.Latest> latest(CredentialId id, PersonId person) {
    return corrections
        .latest(person, id)
        .map(c ->
            new AskPage.Latest(
                c.nameAsked(),
                c.askedAt(),
                c.state() == Correction.State.OPEN ? "info" : "bad",
                "claims.correction.state." + c.state().name(),
                c.state() == Correction.State.OPEN,
                Objects.requireNonNullElse(c.reason(), "")));
  }

  private String title(Credential credential, Shell shell) {
    return achievements.get(credential.achievement()).words(shell.language()).name();
  }

  private static PersonId me() {
    return Door.person().orElseThrow(() -> new Problem.Forbidden("sign in first"));
  }
}
