package org.insignia.server.catalog.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.catalog.model.EntryText.SkillPhrase;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import tools.jackson.databind.JsonNode;

/** Skill lists of the source, in which notices, placeholders and percentages are mixed. */
final class SkillPhrases {
  private static final Pattern WEIGHT =
      Pattern.compile(
          "^(.*\\S)\\s*[(（]\\s*(\\d{1,3})\\s*%?\\s*[-–—~～〜]\\s*(\\d{1,3})\\s*%\\s*[)）]\\.?$");
  private static final Pattern WEIGHT_SINGLE =
      Pattern.compile("^(.*\\S)\\s*[(（]\\s*(\\d{1,3})\\s*%\\s*[)）]\\.?$");
  private static final Pattern YEAR = Pattern.compile("20[12]\\d");
  private static final Pattern CHANGE =
      Pattern.compile(
          "updated on|actualiz|atualiz|aktualisiert|aggiornat|mis à jour|更新|업데이트|обновл",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Set<String> NOTHING =
      Set.of(
          "none", "n/a", "なし", "无", "無", "没有", "ninguno", "ninguna", "nenhum", "nenhuma", "keine",
          "nessuno", "nessuna", "aucun", "aucune", "нет", "없음");

  private SkillPhrases() {}

  static List<SkillPhrase> read(Fields fields, String member) {
    List<SkillPhrase> skills = new ArrayList<>();
    for (JsonNode item : fields.items(member)) {
      JsonNode text = item.isObject() ? item.path("text") : item;
      if (!text.isString()) {
        throw new Unusable(Reason.WRONG_TYPE, member + ": " + item.getNodeType());
      }
      String phrase = plain(text.asString());
      if (NOTHING.contains(phrase.toLowerCase(Locale.ROOT))) {
        fields.note(Reason.PLACEHOLDER, member + ": " + phrase);
      } else if (YEAR.matcher(phrase).find() && CHANGE.matcher(phrase).find()) {
        fields.note(Reason.SKILL_IS_NOTICE, phrase);
      } else if (!phrase.isEmpty()) {
        skills.add(weighted(phrase, item));
      }
    }
    return skills;
  }

  /** Without invisible characters and runs of spaces. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cf}", "").replaceAll("[\\s\\u00a0\\u3000]+", " ").strip();
  }

  private static SkillPhrase weighted(String phrase, JsonNode item) {
    if (item.isObject() && item.path("weightMin").isInt() && item.path("weightMax").isInt()) {
      return new SkillPhrase(phrase, item.get("weightMin").asInt(), item.get("weightMax").asInt());
    }
    Matcher range = WEIGHT.matcher(phrase);
    if (range.matches()) {
      return new SkillPhrase(
          range.group(1), Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)));
    }
    Matcher single = WEIGHT_SINGLE.matcher(phrase);
    if (single.matches()) {
      int weight = Integer.parseInt(single.group(2));
      return new SkillPhrase(single.group(1), weight, weight);
    }
    return new SkillPhrase(phrase, null, null);
  }
}
