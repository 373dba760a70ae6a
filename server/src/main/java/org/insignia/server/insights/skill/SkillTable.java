package org.insignia.server.insights.skill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The skills that are known: the curated table, {@code insights/skills.tsv}, and what the operator
 * added to it.
 */
@Component
public final class SkillTable {
  private static final String ESCO = "http://data.europa.eu/esco/skill/";

  private final Content curated;
  private volatile Content content;

  /** Reads the table that comes with the product. */
  public SkillTable() {
    curated = curated();
    content = curated;
  }

  /**
   * All of it, as it stood at one moment.
   *
   * @param own names what the operator added; empty where that is nothing
   */
  private record Content(
      String version,
      String own,
      Map<String, Skill> skills,
      List<Alias> aliases,
      OwnSkills.Taken counts) {}

  private static Content curated() {
    var lines = text().lines().filter(line -> !line.startsWith("#")).toList();
    var skills = new LinkedHashMap<String, Skill>();
    var aliases = new ArrayList<Alias>();
    lines.stream().skip(1).forEach(line -> read(line, skills, aliases));
    return new Content(
        lines.getFirst().split("\t", -1)[1], "", skills, aliases, new OwnSkills.Taken(0, 0, 0, 0));
  }

  private static String text() {
    try (var in = SkillTable.class.getResourceAsStream("/insights/skills.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no table of skills in the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(String line, Map<String, Skill> skills, List<Alias> aliases) {
    var column = line.split("\t", -1);
    if (column[0].equals("none")) {
      words(column[1], " \\| ").forEach(text -> aliases.add(Alias.of("", text)));
      return;
    }
    var id = column[0];
    var esco = column[3].isEmpty() ? null : URI.create(ESCO + column[3]);
    if (skills.put(id, new Skill(id, column[1], column[2], esco, words(column[4], " "))) != null) {
      throw new IllegalStateException("skill " + id + " stands twice in the table");
    }
    var own = new ArrayList<Alias>();
    words(column[5], " \\| ").forEach(text -> own.add(Alias.of(id, text)));
    var name = Alias.of(id, column[1]);
    // A name that the table lists with a mark is found only as the mark says.
    if (own.stream().noneMatch(alias -> alias.words().equals(name.words()))) {
      own.add(name);
    }
    aliases.addAll(own);
  }

  private static List<String> words(String text, String between) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(between, -1));
  }

  /**
   * Takes what the operator added in place of what was added before; a spelling that already stands
   * for a skill goes on standing for that.
   */
  SkillTable with(List<OwnSkill> own, String name) {
    var skills = new LinkedHashMap<>(curated.skills());
    var aliases = new ArrayList<>(curated.aliases());
    Map<List<String>, String> standing = new HashMap<>();
    aliases.forEach(alias -> standing.putIfAbsent(alias.words(), alias.skill()));
    int added = 0;
    int spellings = 0;
    int passedOver = 0;
    for (var each : own) {
      var first = Alias.of("", each.name());
      var id = standing.get(first.words());
      if (id == null || id.isEmpty()) {
        id = freeId(each.name(), skills);
        skills.put(id, new Skill(id, each.name(), "", null, List.of()));
        added++;
        standing.put(first.words(), id);
        aliases.add(Alias.of(id, each.name()));
      }
      for (var text : each.aliases()) {
        var alias = Alias.of(id, text);
        if (standing.putIfAbsent(alias.words(), id) == null) {
          aliases.add(alias);
          spellings++;
        } else {
          passedOver++;
        }
      }
    }
    content =
        new Content(
            name.isEmpty() ? curated.version() : curated.version() + "+" + name,
            name,
            skills,
            aliases,
            new OwnSkills.Taken(own.size(), added, spellings, passedOver));
    return this;
  }

  /** A name in addresses that no other skill has. */
  private static String freeId(String name, Map<String, Skill> skills) {
    var plain =
        "own-"
            + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    var id = plain;
    for (int i = 2; skills.containsKey(id); i++) {
      id = plain + "-" + i;
    }
    return id;
  }

  /** Changes whenever a text could be tagged differently. */
  public String version() {
    return content.version();
  }

  /** Names what the operator added; empty where that is nothing. */
  String own() {
    return content.own();
  }

  OwnSkills.Taken counts() {
    return content.counts();
  }

  /** The skill of this id. */
  public Optional<Skill> find(String id) {
    return Optional.ofNullable(content.skills().get(id));
  }

  /** Every skill. */
  public Collection<Skill> all() {
    return List.copyOf(content.skills().values());
  }

  /** Occupations of these skills (SOC 2018), that of the most skills first. */
  public List<String> occupations(Set<String> ids) {
    Map<String, Long> counts =
        ids.stream()
            .flatMap(id -> find(id).stream())
            .flatMap(skill -> skill.occupations().stream())
            .collect(
                Collectors.groupingBy(code -> code, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  List<Alias> aliases() {
    return content.aliases();
  }
}
