package org.insignia.server.transcripts.record;

import java.text.ListFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;

/** Says in words what is missing of a requirement: exams by name, alternatives as such. */
final class MissingParts {
  private final Texts texts;
  private final Language language;
  private final LocalDate today;

  MissingParts(Texts texts, Language language, LocalDate today) {
    this.texts = texts;
    this.language = language;
    this.today = today;
  }

  /** As the end of a sentence; empty where nothing is missing. */
  String of(Node node) {
    return phrase(node).map(Phrase::text).orElse("");
  }

  /**
   * @param single whether it is one thing, which needs no brackets
   */
  private record Phrase(String text, boolean single) {}

  private Optional<Phrase> phrase(Node node) {
    if (node.holds()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (node.shape()) {
          case EXAM -> new Phrase(node.label(), true);
          case CERTIFICATION ->
              new Phrase(text("transcripts.missing.certification", node.label()), true);
          case ALL, ANY, AT_LEAST -> combination(node);
        });
  }

  private Phrase combination(Node node) {
    int left = node.needed() - node.held();
    List<Node> open = node.parts().stream().filter(part -> !part.holds()).toList();
    List<Node> possible = open.stream().filter(part -> Progress.isPossible(part, today)).toList();
    List<Phrase> phrases =
        (possible.size() >= left ? possible : open)
            .stream().flatMap(part -> phrase(part).stream()).toList();
    if (phrases.size() == 1) {
      return phrases.getFirst();
    }
    List<String> parts =
        phrases.stream()
            .map(part ->
                part.single() ? part.text() : text("transcripts.missing.group", part.text()))
            .toList();
    if (left >= phrases.size()) {
      return new Phrase(list(parts, ListFormat.Type.STANDARD), false);
    }
    return left == 1
        ? new Phrase(list(parts, ListFormat.Type.OR), false)
        : new Phrase(
            text("transcripts.missing.some", left, list(parts, ListFormat.Type.STANDARD)), false);
  }

  private String list(List<String> parts, ListFormat.Type type) {
    return ListFormat.getInstance(language.locale(), type, ListFormat.Style.FULL).format(parts);
  }

  private String text(String key, Object... args) {
    return texts.text(language, key, args);
  }
}
