package org.insignia.server.catalog.source;

import static org.insignia.server.catalog.source.SkillPhrases.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Renewal;
import org.insignia.server.catalog.model.Role;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import tools.jackson.databind.JsonNode;

/** Makes entries of rows and pages, whose members differ in name only. */
final class Entries {
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,199}");
  private static final Pattern CODE = Pattern.compile("[a-z]{2}-\\d{3}", Pattern.CASE_INSENSITIVE);

  private Entries() {}

  /** How the two forms call the same members. */
  enum Names {
    ROWS("number", "languages", "renewalUid", "hasPracticeTest", "relatedExams"),
    PAGES("displayName", "locales", "certificationRenewalUid", "practiceTestUrl", "exams");

    private final String number;
    private final String languages;
    private final String renewal;
    private final String practice;
    private final String relatedExams;

    Names(String number, String languages, String renewal, String practice, String relatedExams) {
      this.number = number;
      this.languages = languages;
      this.renewal = renewal;
      this.practice = practice;
      this.relatedExams = relatedExams;
    }
  }

  static Exam exam(Fields row, Names names) {
    String uid = uid(row);
    return new Exam(
        uid,
        row.required(names.number),
        plain(row.textOr("title", "")),
        row.texts("levels"),
        row.texts("roles"),
        row.texts("products"),
        row.texts(names.languages),
        row.texts("providers"),
        row.date("retirementDate"),
        row.texts("relatedCertifications"),
        row.texts(names.relatedExams),
        names == Names.ROWS ? row.flag(names.practice) : row.has(names.practice),
        legacy(row, uid));
  }

  static Certification certification(Fields row, Names names) {
    String uid = uid(row);
    String renewal = row.text(names.renewal);
    return new Certification(
        uid,
        row.textOr("slug", uid.substring(uid.indexOf('.') + 1)),
        plain(row.textOr("title", "")),
        row.textOr("type", "").toLowerCase(Locale.ROOT),
        row.texts("levels"),
        row.texts("roles"),
        row.texts("products"),
        row.texts("exams"),
        row.texts("prerequisites"),
        renewal,
        row.textOr("iconUrl", ""),
        row.date("retirementDate"),
        legacy(row, uid),
        null,
        Certification.Basis.INCOMPLETE);
  }

  static Renewal renewal(Fields row, String exams) {
    List<String> numbers = new ArrayList<>();
    for (String written : row.texts(exams)) {
      // Written for people: "ai-100 or ai-102", in each language.
      CODE.matcher(written)
          .results()
          .map(MatchResult::group)
          .map(code -> code.toUpperCase(Locale.ROOT))
          .filter(code -> !numbers.contains(code))
          .forEach(numbers::add);
    }
    return new Renewal(
        uid(row), row.required("certificationUid"), row.number("durationInMinutes"), numbers);
  }

  static Role role(Fields row, String paths) {
    List<Role.Path> list = new ArrayList<>();
    for (JsonNode item : row.items(paths)) {
      list.add(path(item));
    }
    return new Role(uid(row), row.texts("certifications"), list);
  }

  private static Role.Path path(JsonNode item) {
    List<String> certifications = new ArrayList<>();
    for (JsonNode step : item.path("prerequisites").values()) {
      certifications.add(step.path("uid").asString("").strip());
    }
    return new Role.Path(
        item.path("uid").asString("").strip(),
        plain(item.path("title").asString("")),
        certifications);
  }

  private static boolean legacy(Fields row, String uid) {
    return row.flag("hidden") || uid.endsWith("-legacy");
  }

  private static String uid(Fields row) {
    String uid = row.required("uid");
    if (!UID.matcher(uid).matches()) {
      throw new Unusable(Reason.WRONG_TYPE, "uid: " + uid);
    }
    return uid;
  }
}
