package org.insignia.server.sharing.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SnippetsTest {
  private static final String HOME = "https://badges.example";
  private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

  private static Snippets of(String name) {
    return new Snippets(HOME, ID, name, "Tom & \"Jerry\"'s");
  }

  @Test
  void the_script_snippet_has_the_attributes_that_old_snippets_have() {
    assertThat(of("Cloud").script())
        .contains("data-iframe-width=\"150\"", "data-iframe-height=\"270\"")
        .contains("data-share-badge-id=\"" + ID + "\"", "data-share-badge-host=\"" + HOME + "\"")
        .contains("<script async src=\"" + HOME + "/assets/utilities/embed.js\"></script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cloud",
        "\"><script>alert(1)</script>",
        "' onerror='alert(1)",
        "a & b < c",
        "</table><img src=x onerror=alert(1)>",
        "徽章 🎓",
        "مسؤول"
      })
  void a_name_stays_text_in_every_html_snippet(String name) throws Exception {
    var all = of(name);
    for (var html : List.of(all.frame(), all.html(), all.signature(), all.card("en"))) {
      var root = parsed(html);
      assertThat(root.getElementsByTagName("script").getLength()).isZero();
      assertThat(html).doesNotContain("onerror=\"", "onerror='");
      assertThat(labels(root)).as(html).contains(name + " · Tom & \"Jerry\"'s");
    }
    assertThat(parsed(all.signature()).getTextContent()).contains(name);
  }

  @Test
  void the_signature_has_what_mail_programs_leave() throws Exception {
    var html = of("Cloud").signature();
    var root = parsed(html);
    assertThat(root.getTagName()).isEqualTo("table");
    var image = (Element) root.getElementsByTagName("img").item(0);
    assertThat(image.getAttribute("width")).isEqualTo("72");
    assertThat(image.getAttribute("height")).isEqualTo("72");
    assertThat(image.getAttribute("src")).startsWith(HOME + "/badges/" + ID + "/picture.png");
    assertThat(html)
        .doesNotContain("<style", "class=", "<div", "flex", "grid", "<script", "background:url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cloud", "a](javascript:alert(1)) [b", "*x* _y_ `z` <b> &amp; ![i]"})
  void a_name_stays_text_in_markdown(String name) {
    var markdown = of(name).markdown();
    assertThat(markdown)
        .startsWith("[![")
        .endsWith("](" + HOME + "/badges/" + ID + ")")
        .contains("](" + HOME + "/badges/" + ID + "/picture.png?size=192)");
    var label = markdown.substring(3, markdown.indexOf("](" + HOME));
    assertThat(label.replaceAll("\\\\(.)", "")).doesNotContainPattern("[\\[\\]()*_`<>&!]");
    assertThat(label.replaceAll("\\\\(.)", "$1")).isEqualTo(name + " · Tom & \"Jerry\"'s");
  }

  @Test
  void a_frame_is_never_larger_than_there_is_room() {
    for (int width = 60; width < 700; width += 35) {
      for (int height = 60; height < 700; height += 35) {
        var size = EmbedSize.within(OptionalInt.of(width), OptionalInt.of(height));
        assertThat(size.width()).isBetween(1, width);
        assertThat(size.height()).isBetween(1, height);
        assertThat(size.isReadable()).isTrue();
      }
    }
    assertThat(EmbedSize.within(OptionalInt.empty(), OptionalInt.empty()))
        .isEqualTo(EmbedSize.LARGE);
    assertThat(EmbedSize.within(OptionalInt.of(10), OptionalInt.empty()).isReadable()).isFalse();
  }

  private static List<String> labels(Element root) {
    var all = new java.util.ArrayList<String>();
    for (var tag : List.of("img", "iframe")) {
      var found = root.getElementsByTagName(tag);
      for (int i = 0; i < found.getLength(); i++) {
        var element = (Element) found.item(i);
        all.add(element.getAttribute("alt") + element.getAttribute("title"));
      }
    }
    all.add(root.getAttribute("title"));
    return all;
  }

  /** Read as XML, which forgives nothing; the few open tags of HTML are closed first. */
  private static Element parsed(String html) throws Exception {
    var xml = html.replaceAll("(<(?:img|br)\\b[^>]*)>", "$1/>").replace(" async ", " async=\"\" ");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }
}
