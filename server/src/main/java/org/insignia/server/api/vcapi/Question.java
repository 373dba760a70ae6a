package org.insignia.server.api.vcapi;

import java.util.EnumSet;
import java.util.Set;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a document: the {@code options} of a request.
 *
 * @param steps whose findings decide; what makes a document unreadable, unsound or unsigned always
 *     does
 * @param challenge what a presentation must have signed along
 * @param domain for whom a presentation must be made
 */
public record Question(Set<Step> steps, @Nullable String challenge, @Nullable String domain) {
  private static final Set<Step> ALWAYS =
      EnumSet.of(Step.PARSE, Step.DATA_MODEL, Step.CONTEXT, Step.PROOF, Step.EMBEDDED);

  public Question {
    var all = EnumSet.copyOf(ALWAYS);
    all.addAll(steps);
    steps = Set.copyOf(all);
  }

  /**
   * Reads {@code {"checks": ["proof", "status", "validity", "issuer"], "challenge", "domain"}}.
   * Without checks all but the issuer's are made: the published vectors name issuers whom their
   * keys do not belong to.
   *
   * @throws MalformedCredential for another check, or members of other types
   */
  public static Question of(@Nullable JsonValue options) {
    if (options == null) {
      return new Question(Set.of(Step.VALIDITY, Step.STATUS), null, null);
    }
    if (!(options instanceof JsonObject object)) {
      throw new MalformedCredential("/options", "not an object");
    }
    return new Question(
        switch (object.get("checks")) {
          case null -> Set.of(Step.VALIDITY, Step.STATUS);
          case JsonArray list -> steps(list);
          default -> throw new MalformedCredential("/options/checks", "not a list");
        },
        text(object, "challenge"),
        text(object, "domain"));
  }

  private static Set<Step> steps(JsonArray checks) {
    var steps = EnumSet.noneOf(Step.class);
    for (var check : checks.elements()) {
      steps.add(
          switch (check instanceof JsonString text ? text.value() : "") {
            case "proof" -> Step.PROOF;
            case "status", "credentialStatus" -> Step.STATUS;
            case "validity" -> Step.VALIDITY;
            case "issuer" -> Step.ISSUER;
            default ->
                throw new MalformedCredential(
                    "/options/checks", "known are proof, status, validity, issuer");
          });
    }
    return steps;
  }

  private static @Nullable String text(JsonObject options, String name) {
    return switch (options.get(name)) {
      case null -> null;
      case JsonString text -> text.value();
      default -> throw new MalformedCredential("/options/" + name, "not a text");
    };
  }

  /** Whether this finding speaks against the document, given what is asked. */
  boolean decides(Finding finding) {
    return switch (finding) {
      case Finding.Failed failed ->
          steps.contains(failed.step()) || failed.reason() == Reason.DATES_REVERSED;
      case Finding.Unchecked open -> steps.contains(open.step());
      case Finding.Passed passed -> false;
      case Finding.Skipped skipped -> false;
    };
  }
}
