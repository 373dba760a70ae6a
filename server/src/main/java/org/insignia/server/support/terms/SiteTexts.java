package org.insignia.server.support.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.markdown.Markdown;
import org.insignia.server.platform.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The texts about the site: files of the operator in {@code DATA/legal}, in Markdown, read whenever
 * they are asked for; else ours, which say what the software does.
 */
@Component
class SiteTexts {
  /** The largest file that is read. */
  static final int MOST_BYTES = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SiteTexts.class);

  private final Settings settings;
  private final Path folder;

  SiteTexts(Settings settings) {
    this.settings = settings;
    this.folder = settings.dataFolder().resolve("legal");
  }

  /** Which text. */
  enum Kind {
    TERMS("terms"),
    PRIVACY("privacy");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /**
   * In this language where the operator wrote it so ({@code terms.es.md}), else as they wrote it
   * ({@code terms.md}), else ours.
   */
  SiteText of(Kind kind, Language language) {
    return own(kind.word + "." + language.tag() + ".md")
        .map(text -> read(text, language.tag()))
        .or(() -> own(kind.word + ".md").map(text -> read(text, "")))
        .orElseGet(() -> read(ours(kind, language), language.tag()));
  }

  private Optional<String> own(String name) {
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(text(in)).filter(text -> !text.isBlank());
    } catch (IOException e) {
      LOG.error("{} cannot be read; our own text is shown", file, e);
      return Optional.empty();
    }
  }

  private static String ours(Kind kind, Language language) {
    var name = "/legal/" + language.tag() + "/" + kind.word + ".md";
    try (var in = Objects.requireNonNull(SiteTexts.class.getResourceAsStream(name), name)) {
      return text(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
  }

  /** The first line is the title; {@code {site}} stands for the address of this site. */
  private SiteText read(String text, String tag) {
    var whole = text.strip().replace("{site}", settings.baseUrl().toString());
    int end = whole.indexOf('\n');
    var first = end < 0 ? whole : whole.substring(0, end);
    return new SiteText(
        first.replaceFirst("^#+", "").strip(),
        Markdown.page(end < 0 ? "" : whole.substring(end + 1)),
        tag);
  }
}
