package org.insignia.server.support.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.insignia.server.platform.i18n.Language;
import org.springframework.stereotype.Component;

/** All articles of the help centre, from {@code help/LANGUAGE/SLUG.txt}. */
@Component
final class Articles {
  private final Map<Language, Map<String, Article>> articles = new EnumMap<>(Language.class);
  private final Map<Language, ArticleIndex> indexes = new EnumMap<>(Language.class);

  Articles() {
    for (var language : Language.all()) {
      Map<String, Article> all = new LinkedHashMap<>();
      for (var shelf : Shelf.ALL) {
        shelf
            .slugs()
            .forEach(slug -> all.put(slug, ArticleReader.read(slug, text(language, slug))));
      }
      articles.put(language, all);
      indexes.put(language, new ArticleIndex(List.copyOf(all.values())));
    }
  }

  private static String text(Language language, String slug) {
    var name = "/help/" + language.tag() + "/" + slug + ".txt";
    try (var in = Objects.requireNonNull(Articles.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Article> find(Language language, String slug) {
    return Optional.ofNullable(of(language).get(slug));
  }

  /** By slug, in the order of the shelves. */
  Map<String, Article> of(Language language) {
    return Objects.requireNonNull(articles.get(language));
  }

  /** Articles that have all of these words, the most fitting first. */
  List<ArticleIndex.Hit> search(Language language, String words) {
    return Objects.requireNonNull(indexes.get(language)).search(words);
  }
}
