package org.insignia.server.insights.reading;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.insignia.server.insights.posting.Seniority;

/** Tells how much experience is asked for, by what the feed says and by the words of the title. */
final class Experience {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern OTHER_MANAGERS =
      Pattern.compile(
          "(?iu)\\b(product|project|program(me)?|account|customer success|case|community|campaign|technical)(?: \\w+)? manager\\b");

  /** In this order: "Senior Engineering Manager" leads people, "Staff" says more than "Senior". */
  private static final Map<Seniority, Pattern> TITLES = new LinkedHashMap<>();

  static {
    title(
        Seniority.INTERN,
        "intern|internship|trainee|apprentice|working student|werkstudent\\w*|praktik\\w*|stagiaire|stagista|becari[oa]|estagi[aá]ri[oa]|est[aá]gio|prácticas|实习生?");
    title(
        Seniority.MANAGEMENT,
        "manager|head of|director|directora|vp|vice president|chief|c[etiofm]o|ciso|team ?lead(er)?|supervisory|supervisor|gerente|leiter(in)?|responsabile|经理|总监");
    title(Seniority.STAFF, "staff|principal|distinguished|fellow|lead|architect");
    title(Seniority.SENIOR, "senior|sr|s[eé]nior|expert|iii|iv|高级|资深");
    title(
        Seniority.JUNIOR,
        "junior|jr|j[uú]nior|entry.level|graduate|associate|neo.?laureat[oaie]|初级|应届");
    title(Seniority.MID, "mid|mid.level|intermediate|ii|pleno|中级");
  }

  private static final Map<String, Seniority> STATED =
      Map.ofEntries(
          Map.entry("intern", Seniority.INTERN),
          Map.entry("internship", Seniority.INTERN),
          Map.entry("student", Seniority.INTERN),
          Map.entry("entry", Seniority.JUNIOR),
          Map.entry("entrylevel", Seniority.JUNIOR),
          Map.entry("junior", Seniority.JUNIOR),
          Map.entry("mid", Seniority.MID),
          Map.entry("midlevel", Seniority.MID),
          Map.entry("intermediate", Seniority.MID),
          Map.entry("senior", Seniority.SENIOR),
          Map.entry("staff", Seniority.STAFF),
          Map.entry("principal", Seniority.STAFF),
          Map.entry("lead", Seniority.STAFF),
          Map.entry("manager", Seniority.MANAGEMENT),
          Map.entry("management", Seniority.MANAGEMENT),
          Map.entry("director", Seniority.MANAGEMENT),
          Map.entry("executive", Seniority.MANAGEMENT));

  private Experience() {}

  private static void title(Seniority seniority, String words) {
    TITLES.put(
        seniority,
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  static Seniority of(String stated, String title) {
    var word = NO_LETTERS.matcher(stated.toLowerCase(Locale.ROOT)).replaceAll("");
    var said = STATED.get(word);
    return said == null ? byTitle(title) : said;
  }

  private static Seniority byTitle(String title) {
    // A product, project or account manager leads no people by that word.
    var people = OTHER_MANAGERS.matcher(title).replaceAll("");
    return TITLES.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(people).find())
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(Seniority.UNSTATED);
  }
}
