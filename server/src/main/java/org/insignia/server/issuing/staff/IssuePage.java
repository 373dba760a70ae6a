package org.insignia.server.issuing.staff;

import java.util.List;
import java.util.Map;
import org.insignia.server.platform.i18n.Language;

/**
 * The form for one badge.
 *
 * @param wrong sentences by the name of the field they are about
 */
public record IssuePage(
    String slug,
    String organisation,
    List<Choice> badges,
    List<Language> languages,
    IssueForm form,
    Map<String, String> wrong) {

  /** A badge that can be chosen. */
  public record Choice(String slug, String name) {}

  /** What is wrong with a field; empty: nothing. */
  public String wrongWith(String field) {
    return wrong.getOrDefault(field, "");
  }
}
