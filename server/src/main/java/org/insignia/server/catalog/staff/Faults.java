package org.insignia.server.catalog.staff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What is wrong with a form, by field, in the reader's words; the first one gets the cursor. */
public final class Faults implements Complaints {
  private final Shell shell;
  private final Map<String, String> byField = new LinkedHashMap<>();

  /** Nothing wrong so far. */
  public Faults(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Language language() {
    return shell.language();
  }

  /** The first word counts. */
  @Override
  public void add(String field, String key, Object... args) {
    byField.putIfAbsent(field, shell.t(key, args));
  }

  /** The words for a field; empty if it is right. */
  public String of(String field) {
    return byField.getOrDefault(field, "");
  }

  /** Whether a field whose name ends so is wrong. */
  public boolean anyEndsWith(String end) {
    return byField.keySet().stream().anyMatch(field -> field.endsWith(end));
  }

  /** Whether the cursor belongs there. */
  public boolean firstIs(String field) {
    return byField.keySet().stream().findFirst().filter(field::equals).isPresent();
  }

  /** Whether the form is right. */
  public boolean none() {
    return byField.isEmpty();
  }

  /** One sentence above the form. */
  public String summary() {
    return shell.n("accounts.problems", byField.size());
  }

  /** The page: 200 if nothing is wrong, else 422. */
  public ModelAndView page(String template, Object page) {
    return View.of(template, page, none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
