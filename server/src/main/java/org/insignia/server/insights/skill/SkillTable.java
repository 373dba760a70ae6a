package org.insignia.server.insights.skill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The curated table of skills, {@code insights/skills.tsv}: fixed for a version of the product. */
@Component
public final class SkillTable {
  private static final String ESCO = "http://data.europa.eu/esco/skill/";

  private final String version;
  private final Map<String, Skill> skills = new LinkedHashMap<>();
  private final List<Alias> aliases = new ArrayList<>();

  /** Reads the table that comes with the product. */
  public SkillTable() {
    var lines = text().lines().filter(line -> !line.startsWith("#")).toList();
    version = lines.getFirst().split("\t", -1)[1];
    lines.stream().skip(1).forEach(this::read);
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

  private void read(String line) {
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

  /** Changes whenever a text could be tagged differently. */
  public String version() {
    return version;
  }

  /** The skill of this id. */
  public Optional<Skill> find(String id) {
    return Optional.ofNullable(skills.get(id));
  }

  /** Every skill. */
  public Collection<Skill> all() {
    return List.copyOf(skills.values());
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
    return aliases;
  }
}
