package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A place that takes more than a form has: a bean of the feature that takes it. Everywhere else a
 * request is small.
 *
 * @param path the whole path; what stands in its groups is told to {@code who}
 * @param most bytes of the whole request, what is wrapped around a file included
 * @param who decides before a byte is read whether this one may bring so much
 */
public record Upload(Pattern path, long most, Who who) {

  /** Who may bring so much. */
  @FunctionalInterface
  public interface Who {
    /**
     * @param viewer who is signed in; null for a stranger
     * @param path the path, matched
     * @throws Problem if they may not
     */
    void require(HttpServletRequest request, @Nullable Viewer viewer, Matcher path);
  }

  /** For strangers, too. */
  public static Upload ofAnybody(String path, long most) {
    return new Upload(Pattern.compile(path), most, (request, viewer, matched) -> {});
  }

  /** For whoever is signed in. */
  public static Upload ofSignedIn(String path, long most) {
    return of(
        path,
        most,
        (request, viewer, matched) -> {
          if (viewer == null) {
            throw new Problem.Forbidden("sign in first");
          }
        });
  }

  /** For whom the feature lets in. */
  public static Upload of(String path, long most, Who who) {
    return new Upload(Pattern.compile(path), most, who);
  }
}
