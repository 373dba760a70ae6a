package org.insignia.server.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.drawing.Tag;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of any script on paper: what is copied is what was written. */
class ScriptsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00eb \u0141ukasiewicz-\u00d1and\u00fa",
        "Nguy\u1ec5n Th\u1ecb Minh Khai",
        "\u0424\u0451\u0434\u043e\u0440 \u0418\u0432\u0430\u043d\u043e\u0432",
        "\u0386\u03bd\u03bd\u03b1 \u03a0\u03b1\u03c0\u03b1\u03b4\u03bf\u03c0\u03bf\u03cd\u03bb\u03bf\u03c5",
        "\u5f20\u4f1f \u2f2f\u8f66\u5de5\u4eba\u4e00\u4e8c\u4e09",
        "\u9ad8\u6a4b \u5ee3\u702c \u3042\u308a\u3055",
        "\uae40\ucca0\uc218",
        "\u0645\u062d\u0645\u062f",
        "\u05d0\u05d1\u05d9",
        "\u0e2a\u0e21\u0e0a\u0e32\u0e22 \u0e43\u0e08\u0e14\u0e35",
        "\u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f \u0936\u0930\u094d\u092e\u093e",
        "\u0d05\u0d28\u0d42\u0d2a\u0d4d",
        "\u12e8\u123a \u1283\u12ed\u1209",
        "office \ufb01 ffl"
      })
  void a_copied_name_is_the_name_that_was_written(String name) throws Exception {
    assertThat(copied(Paper.pdf(Samples.certificate(Language.EN, name)))).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0645\u062d\u0645\u062f \u0628\u0646 \u0639\u0628\u062f \u0627\u0644\u0644\u0647",
        "\u05d0\u05d1\u05d9 \u05db\u05d4\u05df (3) Avi \u0645\u062d\u0645\u062f \u00e9\u5f20\ud83d\ude00",
        "\ud83d\ude00 \u2764\ufe0f \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo\u0316\u0317\u0318\u0319",
        "\ue000 \udbff\udfff \ud80c\udc00 \ud835\udc00",
        "\u202eevil \u0000\u0007",
        "<b>&amp;</b> {{x}} (\\)"
      })
  void strange_names_keep_to_both_standards(String name) throws Exception {
    Conformance.check(Paper.pdf(Samples.certificate(Language.EN, name)));
  }

  @Test
  void a_name_in_another_script_does_not_pass_for_the_documents_language() {
    Tag tags = Tag.document();
    var runs = new TextSetter.Tags(tags, Words.of("Ana \u0645\u062d\u0645\u062f"));
    var languages =
        TextSetter.paragraph(Words.of("Ana \u0645\u062d\u0645\u062f"), Face.REGULAR, Locale.ROOT)
            .lines(100)
            .getFirst()
            .runs()
            .stream()
            .map(run -> String.valueOf(runs.of(run).language()))
            .toList();
    assertThat(languages).containsExactly("null", "und-Arab");
  }

  @Test
  void every_hostile_name_is_set_and_conforms() throws Exception {
    Path list =
        Path.of(
            System.getProperty("insignia.shared", "../../shared"),
            "data/hostile/lists/names.jsonl");
    Assumptions.assumeTrue(Files.exists(list), "shared data is not here");
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(1, Words.of("Names")));
    for (String line : Files.readAllLines(list)) {
      String name = Json.parseObject(Bytes.utf8(line)).string("value");
      blocks.add(new Block.Paragraph(Words.of(name)));
      assertThat(Paper.pdf(Samples.certificate(Language.EN, name)).size()).isGreaterThan(10_000);
    }
    Document all = running(blocks);
    Conformance.check(Paper.pdf(all));
  }

  @Test
  void a_name_of_five_thousand_letters_stays_in_its_box_and_is_told_whole() throws Exception {
    String name = "Maximiliana ".repeat(417);
    Bytes pdf = Paper.pdf(Samples.certificate(Language.EN, name));
    assertThat(copied(pdf)).contains("\u2026");
    Conformance.check(pdf);
  }

  @Test
  void a_cell_higher_than_a_page_runs_on() throws Exception {
    var table =
        new Block.Table(
            "Long",
            List.of(Block.Column.of("A", 1), Block.Column.of("B", 1)),
            List.of(List.of(Words.of("x"), Words.of("word ".repeat(4_000)))));
    Document document = running(List.of(new Block.Heading(1, Words.of("Long")), table));
    assertThat(Paper.pages(document)).isGreaterThan(5);
    Conformance.check(Paper.pdf(document));
  }

  private static Document running(List<Block> blocks) {
    return new Document(
        Sheet.LETTER,
        Language.EN,
        "Names",
        "Contoso",
        Samples.MADE,
        List.of(
            new Part.Running(
                60, Typography.PLAIN, blocks, new Part.Foot("", (n, m) -> n + "/" + m))),
        List.of());
  }

  private String copied(Bytes pdf) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/pdftotext")),
        "pdftotext is not there: ./dev test installs it (poppler-utils)");
    Path file = Files.write(folder.resolve("name.pdf"), pdf.toArray());
    Process process = new ProcessBuilder("pdftotext", file.toString(), "-").start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    // Poppler puts what is written from right to left between marks of direction, and composes.
    return Normalizer.normalize(text.replaceAll("[\u202a-\u202e]", ""), Normalizer.Form.NFC);
  }
}
