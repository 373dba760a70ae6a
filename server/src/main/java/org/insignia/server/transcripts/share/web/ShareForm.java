package org.insignia.server.transcripts.share.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.insignia.server.transcripts.share.Window;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into the form of a new share.
 *
 * @param lasts key of {@link #TIMES}
 * @param chosen whether only ticked items are shown
 */
public record ShareForm(
    String name,
    String code,
    Language language,
    boolean withAddress,
    Share.Programs programs,
    boolean chosen,
    Set<String> items,
    String lasts) {

  /** How long a share may last, in the order of the form; the key stands in texts. */
  static final List<String> TIMES = List.of("week", "month", "quarter", "year", "always");

  private static final Map<String, Duration> DURATIONS =
      Map.of(
          "week", Duration.ofDays(7),
          "month", Duration.ofDays(30),
          "quarter", Shares.USUALLY,
          "year", Duration.ofDays(365));
  private static final int LONGEST_TYPED = 300;

  public ShareForm {
    items = Set.copyOf(items);
  }

  /** An empty one, with a code that was made for it. */
  static ShareForm fresh(Language language, AccessCode code) {
    return new ShareForm(
        "", code.text(), language, false, Share.Programs.NONE, false, Set.of(), "quarter");
  }

  /** Reads what was sent; what the form does not offer becomes what it offers first. */
  static ShareForm read(MultiValueMap<String, String> sent, Language otherwise) {
    return new ShareForm(
        cut(first(sent, "name").replaceAll("\\p{Cntrl}+", " ").strip()),
        cut(first(sent, "code")),
        Language.find(first(sent, "language")).orElse(otherwise),
        first(sent, "address").equals("yes"),
        programs(first(sent, "programs")),
        first(sent, "what").equals("chosen"),
        Set.copyOf(sent.getOrDefault("item", List.of())),
        TIMES.contains(first(sent, "lasts")) ? first(sent, "lasts") : "quarter");
  }

  /** Which items the form comes with a tick at: those that were ticked, else those in force. */
  Predicate<TranscriptItem> ticked() {
    return chosen ? item -> items.contains(item.key()) : Window::isInForce;
  }

  /** What the earner wants, with those of the ticked items that are theirs. */
  ShareWish wish(List<Choice> offered) {
    var ticked = offered.stream().map(Choice::key).filter(items::contains).toList();
    return new ShareWish(
        name,
        language,
        withAddress,
        programs,
        chosen ? ticked : null,
        Optional.ofNullable(DURATIONS.get(lasts)).orElse(null));
  }

  private static Share.Programs programs(String text) {
    return switch (text) {
      case "with-code" -> Share.Programs.WITH_CODE;
      case "by-id" -> Share.Programs.BY_ID;
      default -> Share.Programs.NONE;
    };
  }

  private static String first(MultiValueMap<String, String> sent, String field) {
    return Optional.ofNullable(sent.getFirst(field)).orElse("");
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TYPED ? text.substring(0, LONGEST_TYPED) : text;
  }
}
