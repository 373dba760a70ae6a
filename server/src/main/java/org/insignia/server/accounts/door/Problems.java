package org.insignia.server.accounts.door;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.server.platform.web.Shell;

/**
 * What is wrong with a form, by field, in words the reader understands; the first wrong field gets
 * the cursor.
 */
public final class Problems {
  private final Map<String, String> byField = new LinkedHashMap<>();

  /** Nothing wrong so far. */
  public Problems() {}

  /** Notes what is wrong with a field; the first word counts. */
  public void add(String field, String words) {
    byField.putIfAbsent(field, words);
  }

  /** The words for a field; empty if it is right. */
  public String of(String field) {
    return byField.getOrDefault(field, "");
  }

  /** The words by field, in the order in which they were found. */
  public Map<String, String> all() {
    return Collections.unmodifiableMap(byField);
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
  public String summary(Shell shell) {
    return shell.n("accounts.problems", byField.size());
  }
}
