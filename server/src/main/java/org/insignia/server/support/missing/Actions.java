package org.insignia.server.support.missing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.CandidateView;
import org.insignia.server.support.missing.WalkView.Action;
import org.insignia.server.support.missing.WalkView.Field;

/**
 * Makes a button of a remedy, where it can be pressed now and by whoever asked.
 *
 * @param here the address of this walk but for what is asked about, with an open query
 * @param mayMerge whether the member of staff may decide about records
 */
record Actions(Shell shell, Facts facts, String here, boolean mayMerge) {

  List<Action> of(Remedy remedy) {
    var house = "/console/" + facts.wanted().organisation().slug();
    var credential = facts.issued().credential();
    return switch (remedy) {
      case CONFIRM_ADDRESS ->
          remedy.subjects(facts).stream()
              .map(id -> post(remedy, "/help/missing-badge/confirm", "id", id))
              .toList();
      case ADD_ADDRESS -> link(remedy, "/account/addresses");
      case SHOW_PROFILE -> link(remedy, "/account");
      case MERGE_ACCOUNTS -> link(remedy, "/account/merge");
      case ASK -> link(remedy, askPath());
      case LOOK_AGAIN -> link(remedy, here + encoded(facts.wanted().uid()));
      case INSTEAD -> instead();
      case CLAIM -> facts.mayClaim() ? link(remedy, "/home" + path(credential)) : List.of();
      case TAKE_BACK -> List.of(post(remedy, "/home" + path(credential) + "/take-back"));
      case SHOW ->
          List.of(post(remedy, "/home" + path(credential) + "/visibility", "visibility", "public"));
      case SEND_AGAIN ->
          remedy.subjects(facts).stream()
              .map(id -> post(remedy, "/help/missing-badge/resend", "id", id))
              .toList();
      case ACCEPT_MERGE -> mayMerge ? merges(house) : List.of();
      case SEE_MERGES -> link(remedy, house + "/merges");
      case SEE_HELD ->
          link(
              remedy,
              house + "/results/held" + facts.heldResult().map(id -> "?result=" + id).orElse(""));
      case UPLOAD -> link(remedy, house + "/results");
      case SEE_CATALOGUE -> link(remedy, house + "/catalogue");
      case EXPLAIN ->
          facts.records().stream()
              .limit(1)
              .map(r -> Action.link(label(remedy), explainPath(house, r)))
              .toList();
      case RESEND ->
          facts.is(Claim.State.PENDING)
              ? List.of(post(remedy, house + path(credential) + "/resend"))
              : List.of();
      case SEE_OFFER ->
          facts.issued().claim() == null ? List.of() : link(remedy, house + path(credential));
    };
  }

  /** Where support is asked for, with what was found filled in. */
  String askPath() {
    return "/help/contact?org="
        + encoded(facts.wanted().organisation().slug())
        + "&what="
        + encoded(facts.wanted().uid());
  }

  private String explainPath(String house, CandidateView record) {
    return house + "/explain?who=" + record.dossier() + "&what=" + encoded(facts.wanted().uid());
  }

  private List<Action> instead() {
    return facts.rule().instead().stream()
        .map(
            c -> Action.link(shell.t("support.remedy.INSTEAD", c.title()), here + encoded(c.uid())))
        .toList();
  }

  /** A proposal is decided; where there is none yet, it is made. */
  private List<Action> merges(String house) {
    return facts.twins().stream()
        .flatMap(twin ->
            twin.proposal().isPresent()
                ? Stream.of(
                    post(
                        Remedy.ACCEPT_MERGE,
                        house + "/merges/" + twin.proposal().get().id() + "/merge"))
                : facts.records().stream()
                    .limit(1)
                    .map(own ->
                        new Action(
                            shell.t("support.remedy.propose"),
                            house + "/missing/propose",
                            true,
                            List.of(
                                new Field("one", own.id().toString()),
                                new Field("other", twin.other().id().toString())))))
        .toList();
  }

  private List<Action> link(Remedy remedy, String path) {
    return List.of(Action.link(label(remedy), path));
  }

  private Action post(Remedy remedy, String path) {
    return new Action(label(remedy), path, true, List.of());
  }

  private Action post(Remedy remedy, String path, String name, String value) {
    return new Action(
        label(remedy),
        path,
        true,
        List.of(
            new Field(name, value),
            new Field("org", facts.wanted().organisation().slug()),
            new Field("what", facts.wanted().uid())));
  }

  private String label(Remedy remedy) {
    return shell.t("support.remedy." + remedy.name());
  }

  private static String path(@org.jspecify.annotations.Nullable Credential credential) {
    return credential == null ? "" : credential.path();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
