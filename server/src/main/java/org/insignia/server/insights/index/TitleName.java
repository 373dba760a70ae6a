package org.insignia.server.insights.index;

import java.util.regex.Pattern;
import org.insignia.server.insights.skill.Words;

/**
 * Makes one title of the many that a job is posted under: what stands behind the job is cut off.
 */
final class TitleName {
  private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[（【][^)\\]）】]*[)\\]）】]");
  private static final Pattern BEHIND = Pattern.compile("\\s+[-–—|@:]\\s+.*|\\s*[,;|:–—，；：].*");
  private static final Pattern SHORT_SENIOR = Pattern.compile("(?i)\\bsr\\.?(?=\\s)");
  private static final Pattern SHORT_JUNIOR = Pattern.compile("(?i)\\bjr\\.?(?=\\s)");
  private static final int SHORTEST = 3;

  private TitleName() {}

  /**
   * The job by itself: {@code Senior Engineer} of {@code Sr. Engineer (m/f/d), Payments - Berlin}.
   */
  static String of(String title) {
    var whole = BRACKETS.matcher(title).replaceAll("").strip();
    var job = BEHIND.matcher(whole).replaceFirst("").strip();
    if (job.length() < SHORTEST) {
      job = whole.isEmpty() ? title.strip() : whole;
    }
    job = SHORT_SENIOR.matcher(job).replaceAll("Senior");
    return SHORT_JUNIOR.matcher(job).replaceAll("Junior").replaceAll("\\s+", " ");
  }

  /** The same for every way to write a title. */
  static String key(String title) {
    return String.join(" ", Words.of(of(title)));
  }
}
