package org.insignia.server.issuing.staff;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.issuing.hand.Column;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to issue one badge, as it was typed.
 *
 * @param when day and time (UTC) at which it is to be issued; empty: at once
 * @param key the same form sent twice issues once
 */
public record IssueForm(
    String badge,
    String name,
    String address,
    String earned,
    String expires,
    String language,
    String evidenceUrl,
    String evidenceText,
    String result,
    String number,
    boolean quiet,
    String when,
    String key) {

  static IssueForm fresh(String badge, String language) {
    return of(Map.of("badge", badge, "language", language));
  }

  static IssueForm of(Map<String, String> typed) {
    var key = typed.getOrDefault("key", "");
    return new IssueForm(
        typed.getOrDefault("badge", ""),
        typed.getOrDefault("name", ""),
        typed.getOrDefault("address", ""),
        typed.getOrDefault("earned", ""),
        typed.getOrDefault("expires", ""),
        typed.getOrDefault("language", ""),
        typed.getOrDefault("evidence-url", ""),
        typed.getOrDefault("evidence-text", ""),
        typed.getOrDefault("result", ""),
        typed.getOrDefault("number", ""),
        typed.containsKey("quiet"),
        typed.getOrDefault("when", ""),
        key.matches("[A-Za-z0-9-]{8,64}") ? key : UUID.randomUUID().toString());
  }

  /** The fields of the form by their names, for a form that carries them on unseen. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("badge", badge);
    fields.put("name", name);
    fields.put("address", address);
    fields.put("earned", earned);
    fields.put("expires", expires);
    fields.put("language", language);
    fields.put("evidence-url", evidenceUrl);
    fields.put("evidence-text", evidenceText);
    fields.put("result", result);
    fields.put("number", number);
    if (quiet) {
      fields.put("quiet", "yes");
    }
    fields.put("when", when);
    fields.put("key", key);
    return fields;
  }

  Map<Column, String> texts() {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    texts.put(Column.BADGE, badge);
    texts.put(Column.NAME, name);
    texts.put(Column.MAILBOX, address);
    texts.put(Column.EARNED, earned);
    texts.put(Column.EXPIRES, expires);
    texts.put(Column.LANGUAGE, language);
    texts.put(Column.EVIDENCE_URL, evidenceUrl);
    texts.put(Column.EVIDENCE_TEXT, evidenceText);
    texts.put(Column.RESULT, result);
    texts.put(Column.EARNER_NUMBER, number);
    return texts;
  }

  /**
   * A day and time of a form, taken as UTC; null where it is empty.
   *
   * @throws DateTimeParseException where it is none
   */
  static @Nullable Instant moment(String text) {
    return text.isBlank() ? null : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
  }
}
