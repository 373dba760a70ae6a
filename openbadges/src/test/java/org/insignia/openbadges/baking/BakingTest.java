package org.insignia.openbadges.baking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BakingTest {
  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>";

  @ParameterizedTest
  @CsvSource({
    "ob30-json.png,OPEN_BADGE_3,ob30-signed/minimal.eddsa-rdfc-2022.json",
    "ob30-jws.png,OPEN_BADGE_3,ob30-signed/minimal.RS256.jwt",
    "clr20-json.png,CLR_2,clr20-signed/transcript-1.eddsa-rdfc-2022.json",
    "ob30-json.svg,OPEN_BADGE_3,ob30-signed/minimal.eddsa-rdfc-2022.json",
    "ob30-jws.svg,OPEN_BADGE_3,ob30-signed/minimal.RS256.jwt"
  })
  void reads_the_reference_pictures(String picture, BakedKind kind, String same) {
    var baked = Baking.unbake(SharedFiles.bytes("standards/own/baked/" + picture)).orElseThrow();
    assertThat(baked.kind()).isEqualTo(kind);
    assertThat(baked.text().strip())
        .isEqualTo(SharedFiles.bytes("standards/own/" + same).utf8().strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own/baked/unbaked.png",
        "own/baked/unbaked.svg",
        "bakery/mozilla/unbaked.png",
        "bakery/mozilla/unbaked.svg",
        "bakery/concentricsky/public_domain_heart.png",
        "bakery/concentricsky/unbaked_example.svg"
      })
  void finds_nothing_in_a_picture_without_badge_and_bakes_into_it(String picture) {
    Bytes unbaked = SharedFiles.bytes("standards/" + picture);
    assertThat(Baking.unbake(unbaked)).isEmpty();
    Bytes baked = bake(unbaked, picture.endsWith("png"), BakedKind.CLR_2, "{\"a\":1}");
    assertThat(Baking.unbake(baked)).contains(new Baked(BakedKind.CLR_2, "{\"a\":1}"));
  }

  @ParameterizedTest
  @CsvSource({
    "bakery/mozilla/baked.svg,OPEN_BADGE_2,http://example.org",
    "bakery/concentricsky/baked_heart.png,OPEN_BADGE_2,2015-04-01",
    "bakery/concentricsky/baked_example.svg,OPEN_BADGE_2,abcdef12345"
  })
  void reads_pictures_of_other_bakeries(String picture, BakedKind kind, String contained) {
    var baked = Baking.unbake(SharedFiles.bytes("standards/" + picture)).orElseThrow();
    assertThat(baked.kind()).isEqualTo(kind);
    assertThat(baked.text()).contains(contained);
  }

  @ParameterizedTest
  @EnumSource(BakedKind.class)
  void baking_again_replaces_the_badge_of_whatever_kind(BakedKind before) {
    Bytes png = SharedFiles.bytes("standards/own/baked/unbaked.png");
    for (BakedKind after : BakedKind.values()) {
      for (boolean isPng : new boolean[] {true, false}) {
        Bytes first = bake(isPng ? png : Bytes.utf8(SVG), isPng, before, "https://a.example/1");
        Bytes second = bake(first, isPng, after, "https://a.example/2");
        Bytes direct = bake(isPng ? png : Bytes.utf8(SVG), isPng, after, "https://a.example/2");
        assertThat(Baking.unbake(second)).map(Baked::text).contains("https://a.example/2");
        if (isPng) {
          assertThat(second).isEqualTo(direct);
        }
      }
    }
  }

  @Test
  void unbaking_gives_back_every_text_that_was_baked() {
    Bytes png = SharedFiles.bytes("standards/own/baked/unbaked.png");
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String text = "{\"name\":\"" + randomText(random) + "\"}";
      for (BakedKind kind : new BakedKind[] {BakedKind.OPEN_BADGE_3, BakedKind.CLR_2}) {
        assertThat(Baking.unbake(Baking.bakePng(png, kind, text))).contains(new Baked(kind, text));
        Bytes svg = Baking.bakeSvg(Bytes.utf8(SVG), kind, text);
        assertThat(Baking.unbake(svg)).contains(new Baked(kind, text));
      }
    }
  }

  @Test
  void the_end_mark_of_cdata_is_split_and_never_becomes_markup() {
    String text = "{\"name\":\"]]><script>]]>]]]>\"}";
    Bytes svg = Baking.bakeSvg(Bytes.utf8(SVG), BakedKind.OPEN_BADGE_3, text);
    assertThat(svg.utf8()).contains("]]]]><![CDATA[>");
    assertThat(Baking.unbake(svg)).map(Baked::text).contains(text);
  }

  @Test
  void the_badge_is_the_first_child_and_the_rest_stays_byte_for_byte() {
    String svg =
        "<?xml version='1.0'?>\n<!-- c --><svg  xmlns = 'http://www.w3.org/2000/svg'\n width=\"1\" >"
            + "<g a='&amp;x'> t </g></svg>\n";
    String baked = Baking.bakeSvg(Bytes.utf8(svg), BakedKind.OPEN_BADGE_3, "eyJh.e30.AA").utf8();
    String put = "<openbadges:credential verify=\"eyJh.e30.AA\"/>";
    String declared = " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"";
    assertThat(baked.replace(put, "").replace(declared, "")).isEqualTo(svg);
    assertThat(baked).contains(">" + put + "<g a=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:clr='urn:other'><clr:credential/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><clr:credential verify='x'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' clr:a='1'/>"
      })
  void a_prefix_that_the_picture_uses_for_something_else_keeps_its_meaning(String svg) {
    Bytes baked = Baking.bakeSvg(Bytes.utf8(svg), BakedKind.CLR_2, "eyJh.e30.AA");
    assertThat(Baking.unbake(baked)).contains(new Baked(BakedKind.CLR_2, "eyJh.e30.AA"));
    String put =
        "<clr:credential xmlns:clr=\"https://purl.imsglobal.org/clr/v2p0\" verify=\"eyJh.e30.AA\"/>";
    assertThat(baked.utf8()).contains(put);
  }

  @Test
  void an_empty_root_element_is_opened() {
    Bytes svg = Bytes.utf8("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>");
    Bytes baked = Baking.bakeSvg(svg, BakedKind.OPEN_BADGE_3, "{}");
    assertThat(baked.utf8()).endsWith("</s:svg>");
    assertThat(Baking.unbake(baked)).map(Baked::text).contains("{}");
  }

  @Test
  void a_compressed_text_of_the_largest_size_is_read_and_one_byte_more_is_not() {
    byte[] largest = new byte[Baking.MAX_TEXT_BYTES];
    assertThat(inflated(largest)).hasSize(Baking.MAX_TEXT_BYTES);
    byte[] tooLarge = new byte[Baking.MAX_TEXT_BYTES + 1];
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> inflated(tooLarge))
        .withMessageContaining("inflates to more than 2097152 bytes");
  }

  @Test
  void any_flipped_byte_of_a_png_is_noticed() {
    Bytes png = SharedFiles.bytes("standards/own/baked/ob30-json.png");
    String text = Baking.unbake(png).orElseThrow().text();
    var random = new Random(11);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = png.toArray();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(Baking.unbake(Bytes.wrap(bytes))).map(Baked::text).contains(text);
      } catch (MalformedCredential expected) {
        assertThat(expected.pointer()).isEmpty();
      }
    }
  }

  private static byte[] inflated(byte[] plain) {
    var deflater = new java.util.zip.Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] out = new byte[100_000];
    int n = deflater.deflate(out);
    deflater.end();
    return Inflation.inflate(out, 0, n, "test");
  }

  private static Bytes bake(Bytes picture, boolean png, BakedKind kind, String text) {
    return png ? Baking.bakePng(picture, kind, text) : Baking.bakeSvg(picture, kind, text);
  }

  private static String randomText(Random random) {
    var text = new StringBuilder();
    String pool = "]]>><&'\"\\ü字\u0085\u2028 ";
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(pool.charAt(random.nextInt(pool.length())));
    }
    return text.append(Character.toString(0x1f600 + random.nextInt(64))).toString();
  }
}
