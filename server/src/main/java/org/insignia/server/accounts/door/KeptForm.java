package org.insignia.server.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody had typed when their session ended under it; kept until they are signed in again
 * and send it once more. Secrets are not kept, and nothing is ever sent without a press of theirs.
 *
 * @param path where the form was sent to
 */
public record KeptForm(String path, List<Field> fields) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String KEPT = "kept-form";
  private static final Set<String> SECRETS =
      Set.of("_csrf", "password", "present", "code", "response");
  private static final int MOST_CHARACTERS = 64 * 1024;
  private static final int MOST_FIELDS = 200;

  /** One field. */
  public record Field(String name, String value) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  public KeptForm {
    fields = List.copyOf(fields);
  }

  /** What is worth keeping of this request; empty if it is nothing, or too much. */
  static Optional<KeptForm> of(HttpServletRequest request) {
    var fields = new ArrayList<Field>();
    int characters = 0;
    for (var entry : request.getParameterMap().entrySet()) {
      for (var value : entry.getValue()) {
        if (!SECRETS.contains(entry.getKey())) {
          fields.add(new Field(entry.getKey(), value));
          characters += entry.getKey().length() + value.length();
        }
      }
    }
    boolean fits = fields.size() <= MOST_FIELDS && characters <= MOST_CHARACTERS;
    return fits && !fields.isEmpty()
        ? Optional.of(new KeptForm(request.getRequestURI(), fields))
        : Optional.empty();
  }

  void keepIn(HttpSession session) {
    session.setAttribute(KEPT, this);
  }

  /** The form of this browser, once. */
  public static Optional<KeptForm> take(HttpSession session) {
    var kept = session.getAttribute(KEPT);
    session.removeAttribute(KEPT);
    return kept instanceof KeptForm form ? Optional.of(form) : Optional.empty();
  }
}
