package org.insignia.server.insights.skill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the skills of a text in one pass over its words: the longest name that begins at a word is
 * taken, and names that are everyday words as well count only near another skill.
 */
@Component
public final class SkillTagger {
  /** How far a doubtful name may be from the skill that vouches for it, in words. */
  private static final int NEAR = 8;

  /** Words of the trade that vouch for the doubtful name right beside them. */
  private static final Set<String> TRADE =
      Set.of(
          "developer",
          "developers",
          "engineer",
          "engineers",
          "programmer",
          "programming",
          "language",
          "languages",
          "backend",
          "frontend",
          "framework",
          "code",
          "codebase",
          "programador",
          "programadora",
          "desarrollador",
          "desarrolladora",
          "desenvolvedor",
          "desenvolvedora",
          "sviluppatore",
          "sviluppatrice",
          "programmatore",
          "statistician",
          "statisticians");

  /** {@code written in Go}, {@code conocimientos de Angular}. */
  private static final Set<String> WRITTEN =
      Set.of(
          "written",
          "built",
          "coded",
          "coding",
          "programming",
          "experience",
          "experienced",
          "proficiency",
          "proficient",
          "knowledge",
          "familiar",
          "familiarity",
          "expertise",
          "skilled",
          "conocimiento",
          "conocimientos",
          "experiencia",
          "dominio",
          "conhecimento",
          "conhecimentos",
          "conoscenza",
          "conoscenze",
          "esperienza");

  private static final Set<String> IN =
      Set.of("in", "of", "with", "de", "en", "con", "em", "com", "di");

  private final SkillTable table;
  private volatile Names names;

  /** A tagger by this table, which it follows. */
  public SkillTagger(SkillTable table) {
    this.table = table;
    this.names = Names.of(table);
  }

  /** The spellings of a version of the table, as paths through their words. */
  private record Names(String version, Node root) {
    static Names of(SkillTable table) {
      var version = table.version(); // first: what changes meanwhile is read again
      var root = new Node();
      for (var alias : table.aliases()) {
        var node = root;
        for (var word : alias.words()) {
          node = node.next.computeIfAbsent(word, w -> new Node());
        }
        node.ends.add(alias);
      }
      return new Names(version, root);
    }
  }

  private Node root() {
    var present = names;
    if (!present.version().equals(table.version())) {
      present = Names.of(table);
      names = present;
    }
    return present.root();
  }

  /** Where a path through the words of names has come to. */
  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Alias> ends = new ArrayList<>(1);
  }

  private record Match(Alias alias, int from, int end) {}

  /**
   * The skills of a text.
   *
   * @return ids, in alphabetical order
   */
  public Set<String> inText(String text) {
    return inText(text, "");
  }

  /**
   * The skills of a text of an employer whose own name is none of them.
   *
   * @return ids, in alphabetical order
   */
  public Set<String> inText(String text, String employer) {
    var tokens = Token.of(text);
    var own = Token.of(employer).stream().map(Token::folded).toList();
    var matches = matches(tokens);
    matches.removeIf(match -> match.alias.skill().isEmpty() || match.alias.words().equals(own));
    var sure = new boolean[tokens.size()];
    for (var match : matches) {
      for (int i = match.from; !match.alias.doubtful() && i < match.end; i++) {
        sure[i] = true;
      }
    }
    for (boolean more = true; more; ) { // who is vouched for vouches for others: "Go/Rust Engineer"
      more = false;
      for (var match : matches) {
        if (!sure[match.from] && isVouchedFor(match, tokens, sure)) {
          sure[match.from] = true;
          more = true;
        }
      }
    }
    return matches.stream()
        .filter(match -> sure[match.from])
        .map(match -> match.alias.skill())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The skills that these tags name; a tag is a name by itself, so {@code Go} is no verb.
   *
   * @return ids, in alphabetical order
   */
  public Set<String> inTags(Collection<String> tags) {
    var skills = new TreeSet<String>();
    for (var tag : tags) {
      var tokens = Token.of(tag);
      Node node = root();
      for (int i = 0; i < tokens.size() && node != null; i++) {
        node = node.next.get(tokens.get(i).folded());
      }
      if (node != null && !node.ends.isEmpty() && !node.ends.getFirst().skill().isEmpty()) {
        skills.add(node.ends.getFirst().skill());
      } else {
        matches(tokens).stream()
            .filter(match -> !match.alias.doubtful() && !match.alias.skill().isEmpty())
            .forEach(match -> skills.add(match.alias.skill()));
      }
    }
    return skills;
  }

  private List<Match> matches(List<Token> tokens) {
    List<Match> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      var match = longest(tokens, at);
      if (match == null) {
        at++;
      } else {
        found.add(match);
        at = match.end;
      }
    }
    return found;
  }

  private @Nullable Match longest(List<Token> tokens, int from) {
    Match longest = null;
    var node = root();
    for (int i = from; i < tokens.size(); i++) {
      if (i > from && !tokens.get(i).goesOn()) {
        break;
      }
      node = node.next.get(tokens.get(i).folded());
      if (node == null) {
        break;
      }
      var words = tokens.subList(from, i + 1);
      for (var alias : node.ends) {
        if (alias.fits(words)) {
          longest = new Match(alias, from, i + 1);
        }
      }
    }
    return longest;
  }

  private static boolean isVouchedFor(Match match, List<Token> tokens, boolean[] sure) {
    boolean joined =
        tokens.get(match.from).isJoined()
            || (match.end < tokens.size() && tokens.get(match.end).isJoined());
    if (joined) {
      return false;
    }
    boolean writtenIn =
        match.from > 1
            && IN.contains(tokens.get(match.from - 1).folded())
            && WRITTEN.contains(tokens.get(match.from - 2).folded());
    if (writtenIn || isTrade(tokens, match.from - 1) || isTrade(tokens, match.end)) {
      return true;
    }
    int from = Math.max(0, match.from - NEAR);
    int end = Math.min(tokens.size(), match.end + NEAR);
    for (int i = from; i < end; i++) {
      if (sure[i]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTrade(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && TRADE.contains(tokens.get(at).folded());
  }
}
