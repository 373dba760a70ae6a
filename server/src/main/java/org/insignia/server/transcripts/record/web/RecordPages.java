package org.insignia.server.transcripts.record.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.platform.web.Viewer;
import org.insignia.server.transcripts.print.OwnTranscript;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.Transcripts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The earner's certifications, exams and transcript, each a page for them alone. */
@Controller
class RecordPages {
  private final Transcripts transcripts;
  private final Accounts accounts;
  private final OwnTranscript own;

  RecordPages(Transcripts transcripts, Accounts accounts, OwnTranscript own) {
    this.transcripts = transcripts;
    this.accounts = accounts;
    this.own = own;
  }

  @GetMapping("/home/certifications")
  ModelAndView certifications(HttpServletRequest request, Shell shell) {
    return mine(
        "/home/certifications",
        request,
        shell,
        (_, transcript) -> View.of("record/certifications", new CertificationsPage(transcript)));
  }

  @GetMapping("/home/exams")
  ModelAndView exams(HttpServletRequest request, Shell shell) {
    return mine(
        "/home/exams",
        request,
        shell,
        (person, transcript) -> {
          var addresses =
              accounts.verifiedAddresses(person).stream().map(EmailAddress::value).toList();
          return View.of("record/exams", new ExamsPage(transcript.attempts(), addresses));
        });
  }

  @GetMapping("/home/transcript")
  ModelAndView transcript(HttpServletRequest request, Shell shell) {
    return mine(
        "/home/transcript",
        request,
        shell,
        (_, transcript) ->
            View.of(
                "record/transcript",
                new TranscriptPage(transcript.forOthers(), own.signers(transcript))));
  }

  private ModelAndView mine(
      String path,
      HttpServletRequest request,
      Shell shell,
      BiFunction<PersonId, Transcript, ModelAndView> page) {
    Viewer viewer = shell.viewer();
    if (viewer == null) {
      Errand.to(path).keepIn(request.getSession(true));
      return SeeOther.at(shell.link("/sign-in"));
    }
    var person = new PersonId(viewer.id());
    return page.apply(person, transcripts.of(person, shell.language()));
  }
}
