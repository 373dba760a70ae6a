package org.insignia.server.support.terms;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.terms.SiteTexts.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTextsTest {
  @TempDir Path folder;
  private SiteTexts texts;

  @BeforeEach
  void site() {
    var settings =
        new Settings(
            URI.create("https://badges.example.org/"),
            null,
            null,
            "no-reply@example.org",
            folder,
            8080,
            false,
            "private",
            null,
            "Academy");
    texts = new SiteTexts(settings);
  }

  private static String html(SiteText text) {
    var output = new StringOutput();
    text.body().writeTo(output);
    return output.toString();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("legal"));
    Files.writeString(folder.resolve("legal").resolve(name), text);
  }

  @Test
  void ours_has_the_same_parts_and_links_in_every_language() {
    for (var kind : Kind.values()) {
      Map<Language, String> shapes = new EnumMap<>(Language.class);
      for (var language : Language.all()) {
        var text = texts.of(kind, language);
        var html = html(text);
        assertThat(text.title()).isNotBlank().doesNotContain("#");
        assertThat(text.tag()).isEqualTo(language.tag());
        assertThat(html)
            .contains(
                "href=\"https://badges.example.org/account/export\"", "https://badges.example.org")
            .doesNotContain("{site}", "**", "](", "<h1", "<br>");
        shapes.put(language, html.replaceAll(">[^<]*<", "><"));
      }
      assertThat(shapes.values()).as(kind.name()).allMatch(shapes.get(Language.EN)::equals);
    }
  }

  @Test
  void what_the_operator_wrote_stands_in_its_place_as_safe_text() throws IOException {
    write(
        "terms.md",
        "# House rules\n\n## Be kind\n<script>alert(1)</script> [x](javascript:alert(1)) [mail](mailto:a@example.org)");
    write("terms.es.md", "Reglas de la casa\n\nSé amable en {site}.");
    var any = texts.of(Kind.TERMS, Language.IT);
    assertThat(any.title()).isEqualTo("House rules");
    assertThat(any.tag()).isEmpty();
    assertThat(html(any))
        .contains("<h2>Be kind</h2>", "mailto:a@example.org", "&lt;script&gt;")
        .doesNotContain("<script", "javascript:");
    var spanish = texts.of(Kind.TERMS, Language.ES);
    assertThat(spanish.title()).isEqualTo("Reglas de la casa");
    assertThat(spanish.tag()).isEqualTo("es");
    assertThat(html(spanish)).contains("Sé amable en https://badges.example.org.");
    assertThat(texts.of(Kind.PRIVACY, Language.ES).title()).isEqualTo("Privacidad");
  }

  @Test
  void a_file_that_is_empty_or_large_does_no_harm() throws IOException {
    write("terms.md", "  \n");
    assertThat(texts.of(Kind.TERMS, Language.EN).title()).isEqualTo("Terms of use");
    write("privacy.md", "# Long\n\n" + "x ".repeat(SiteTexts.MOST_BYTES));
    assertThat(html(texts.of(Kind.PRIVACY, Language.EN)).length())
        .isLessThan(2 * SiteTexts.MOST_BYTES);
  }
}
