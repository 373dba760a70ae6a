package org.insignia.server.support.help;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.support.help.Article.Run;

/**
 * Finds articles by all words of a question, whatever their case and marks; the last letters of a
 * word may be missing. Chinese is looked up by pairs of characters, since it sets no blanks.
 */
final class ArticleIndex {
  private static final int LONGEST_QUESTION = 200;
  private static final int MOST_WORDS = 12;

  /** What a word is worth in the title, in a summary or heading, in the text. */
  private static final int TITLE = 9;

  private static final int HEADING = 4;
  private static final int TEXT = 1;

  private record Entry(Article article, Map<String, Integer> weights) {}

  /**
   * An article that fits.
   *
   * @param passage the paragraph or item that fits best; empty where only the title does
   */
  record Hit(Article article, String passage) {}

  private final List<Entry> entries;

  ArticleIndex(List<Article> articles) {
    entries = articles.stream().map(article -> new Entry(article, weights(article))).toList();
  }

  private static Map<String, Integer> weights(Article article) {
    Map<String, Integer> weights = new HashMap<>();
    weigh(article.title(), TITLE, weights);
    weigh(article.summary(), HEADING, weights);
    weigh(article.words(), HEADING, weights);
    for (var block : article.blocks()) {
      weigh(plain(block.runs()), block instanceof Article.Heading ? HEADING : TEXT, weights);
    }
    return weights;
  }

  private static void weigh(String text, int weight, Map<String, Integer> weights) {
    words(text).forEach(word -> weights.merge(word, weight, Math::max));
  }

  List<Hit> search(String question) {
    var asked =
        words(question.substring(0, Math.min(LONGEST_QUESTION, question.length()))).stream()
            .limit(MOST_WORDS)
            .toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    record Scored(Article article, int score) {}
    return entries.stream()
        .map(entry -> new Scored(entry.article(), score(entry, asked)))
        .filter(scored -> scored.score() > 0)
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .map(scored -> new Hit(scored.article(), passage(scored.article(), asked)))
        .toList();
  }

  /** 0 unless every word is there. */
  private static int score(Entry entry, List<String> asked) {
    int score = 0;
    for (var word : asked) {
      int best = worth(word, entry.weights());
      if (best == 0) {
        return 0;
      }
      score += best;
    }
    return score;
  }

  /** A whole word is worth twice as much as the beginning of one. */
  private static int worth(String word, Map<String, Integer> weights) {
    int whole = 2 * Optional.ofNullable(weights.get(word)).orElse(0);
    return isHan(word.codePointAt(0))
        ? whole
        : weights.entrySet().stream()
            .filter(e -> e.getKey().startsWith(word))
            .mapToInt(Map.Entry::getValue)
            .reduce(whole, Math::max);
  }

  private static String passage(Article article, List<String> asked) {
    var passages = new ArrayList<String>();
    for (var block : article.blocks()) {
      switch (block) {
        case Article.Paragraph paragraph -> passages.add(plain(paragraph.runs()));
        case Article.Items items -> items.items().forEach(item -> passages.add(plain(item)));
        case Article.Heading _ -> {
          // It names what follows and says nothing itself.
        }
      }
    }
    return passages.stream()
        .filter(passage -> matches(passage, asked) > 0)
        .max(Comparator.comparingLong(passage -> matches(passage, asked)))
        .orElse("");
  }

  private static long matches(String passage, List<String> asked) {
    var words = words(passage);
    return asked.stream()
        .filter(word -> words.stream().anyMatch(known -> known.startsWith(word)))
        .count();
  }

  private static String plain(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** Words without case and marks; of Chinese, each two characters that stand together. */
  static Set<String> words(String text) {
    var folded =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    for (var piece : folded.split("[^\\p{L}\\p{Nd}]+")) {
      addWords(piece.codePoints().toArray(), words);
    }
    return words;
  }

  private static void addWords(int[] piece, Set<String> words) {
    int from = 0;
    while (from < piece.length) {
      boolean han = isHan(piece[from]);
      int to = from + 1;
      while (to < piece.length && isHan(piece[to]) == han) {
        to++;
      }
      if (!han || to - from == 1) {
        words.add(new String(piece, from, to - from));
      } else {
        for (int i = from; i < to - 1; i++) {
          words.add(new String(piece, i, 2));
        }
      }
      from = to;
    }
  }

  private static boolean isHan(int c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN;
  }
}
