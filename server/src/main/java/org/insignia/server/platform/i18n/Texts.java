package org.insignia.server.platform.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text a person reads, by language and key, from {@code i18n/<feature>[_language].properties}
 * (UTF-8). Texts are {@link MessageFormat} patterns when they have arguments and plain when they
 * have none: an apostrophe is written once in a plain text and twice in a pattern.
 */
@Component
public final class Texts {
  private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

  /** Patterns taken apart, each when it is first used. */
  private final Map<Language, Map<String, Wording>> wordings = new EnumMap<>(Language.class);

  private final Map<Language, DateTimeFormatter> days = new EnumMap<>(Language.class);
  private final Map<Language, DateTimeFormatter> times = new EnumMap<>(Language.class);

  /** Reads all bundles of the class path. */
  public Texts() {
    for (var language : Language.all()) {
      texts.put(language, new HashMap<>());
      wordings.put(language, new ConcurrentHashMap<>());
      days.put(language, dayFormat(language));
      times.put(language, timeFormat(language));
    }
    try {
      for (var bundle :
          new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
        read(bundle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Resource bundle) throws IOException {
    var file = String.valueOf(bundle.getFilename());
    var properties = new Properties();
    try (var in = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    var target = of(languageOf(file));
    for (var key : properties.stringPropertyNames()) {
      if (target.put(key, properties.getProperty(key)) != null) {
        throw new IllegalStateException("text " + key + " stands twice, again in " + file);
      }
    }
  }

  private static Language languageOf(String file) {
    for (var language : Language.all()) {
      if (language != Language.EN && file.endsWith(language.suffix() + ".properties")) {
        return language;
      }
    }
    return Language.EN;
  }

  private Map<String, String> of(Language language) {
    return texts.getOrDefault(language, Map.of());
  }

  /** The text of this key; English where the language lacks it (a test prevents that). */
  public String text(Language language, String key, Object... args) {
    return args.length == 0 ? pattern(language, key) : wording(language, key).with(args);
  }

  private String pattern(Language language, String key) {
    var own = of(language).get(key);
    var pattern = own == null ? of(Language.EN).get(key) : own;
    if (pattern == null) {
      throw new IllegalStateException("no text for " + key);
    }
    return pattern;
  }

  private Wording wording(Language language, String key) {
    var known = Objects.requireNonNull(wordings.get(language));
    var wording = known.get(key);
    if (wording == null) {
      wording = Wording.of(pattern(language, key), language.locale());
      known.put(key, wording);
    }
    return wording;
  }

  /** Whether this key has a text. */
  public boolean has(String key) {
    return of(Language.EN).containsKey(key);
  }

  /**
   * The text of what was stored as a name of ours, {@code stem} and that name being its key; what a
   * person wrote has no such key and stays as it is.
   */
  public String known(Language language, String stem, String stored) {
    return has(stem + stored) ? text(language, stem + stored) : stored;
  }

  /**
   * The text for a count: {@code key.one} or {@code key.other} by the language's plural rule; {0}
   * is the count.
   */
  public String plural(Language language, String key, long count, Object... args) {
    var all = new Object[args.length + 1];
    all[0] = count;
    System.arraycopy(args, 0, all, 1, args.length);
    return text(language, key + "." + form(language, count), all);
  }

  /**
   * The CLDR plural form, of whole numbers below a million; the rarer "many" of Romance languages
   * reads as other.
   */
  private static String form(Language language, long count) {
    return switch (language) {
      case EN, ES, IT -> count == 1 ? "one" : "other";
      case PT_BR -> count == 0 || count == 1 ? "one" : "other";
      case ZH_CN -> "other";
    };
  }

  /** A day in words, for example {@code 3 de marzo de 2026}. */
  public String date(Language language, LocalDate day) {
    return Objects.requireNonNull(days.get(language)).format(day);
  }

  private static DateTimeFormatter dayFormat(Language language) {
    return DateTimeFormatter.ofPattern(
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.LONG, null, IsoChronology.INSTANCE, language.locale()),
        language.locale());
  }

  /** The day of an instant in UTC, in words. */
  public String date(Language language, Instant instant) {
    return date(language, LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  /** An instant in words, with its zone (UTC). */
  public String time(Language language, Instant instant) {
    return Objects.requireNonNull(times.get(language)).format(instant) + " UTC";
  }

  private static DateTimeFormatter timeFormat(Language language) {
    return DateTimeFormatter.ofPattern(
            DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, FormatStyle.SHORT, IsoChronology.INSTANCE, language.locale()),
            language.locale())
        .withZone(ZoneOffset.UTC);
  }

  /** A number as the language writes it. */
  public String number(Language language, Number number) {
    return NumberFormat.getInstance(language.locale()).format(number);
  }

  /** All keys of a language, for the test that compares bundles. */
  public Map<String, String> all(Language language) {
    return Map.copyOf(of(language));
  }
}
