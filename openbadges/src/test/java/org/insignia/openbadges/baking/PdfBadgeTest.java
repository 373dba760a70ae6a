package org.insignia.openbadges.baking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;

class PdfBadgeTest {
  private static final String BADGE = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"]}";

  @Test
  void reads_a_compressed_attachment() {
    Bytes pdf = pdf(deflated(BADGE.getBytes(StandardCharsets.UTF_8)), "/Filter/FlateDecode");
    assertThat(Baking.unbake(pdf)).map(Baked::text).contains(BADGE);
  }

  @Test
  void reads_a_plain_attachment_and_a_jws() {
    assertThat(Baking.unbake(pdf(BADGE.getBytes(StandardCharsets.UTF_8), "")))
        .contains(new Baked(BakedKind.OPEN_BADGE_3, BADGE));
    assertThat(Baking.unbake(pdf("eyJh.e30.AA".getBytes(StandardCharsets.UTF_8), "")))
        .map(Baked::text)
        .contains("eyJh.e30.AA");
  }

  @Test
  void a_media_type_that_ends_like_the_keyword_does_not_mislead() {
    byte[] packed = deflated(BADGE.getBytes(StandardCharsets.UTF_8));
    String subtype = "/Subtype/application#2Foctet-stream/Params<</Size 9>>/Filter [/FlateDecode]";
    assertThat(Baking.unbake(pdf(packed, subtype))).map(Baked::text).contains(BADGE);
  }

  @Test
  void passes_over_attachments_that_are_no_credential() {
    assertThat(Baking.unbake(pdf("a,b\n1,2".getBytes(StandardCharsets.UTF_8), ""))).isEmpty();
    assertThat(Baking.unbake(pdf("{\"sum\":1}".getBytes(StandardCharsets.UTF_8), ""))).isEmpty();
    assertThat(Baking.unbake(pdf(new byte[] {1, 2, 3}, "/Filter/FlateDecode"))).isEmpty();
    assertThat(Baking.unbake(pdf(deflated(new byte[50_000_000]), "/Filter/FlateDecode"))).isEmpty();
  }

  @Test
  void refuses_two_different_badges() {
    var two = new ByteArrayOutputStream();
    two.writeBytes(pdf(BADGE.getBytes(StandardCharsets.UTF_8), "").view());
    two.writeBytes(pdf("eyJh.e30.AA".getBytes(StandardCharsets.UTF_8), "").view());
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> Baking.unbake(Bytes.wrap(two.toByteArray())));
  }

  private static Bytes pdf(byte[] content, String filter) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles 3 0 R>>>>\nendobj\n"
                + "2 0 obj\n<</Type/EmbeddedFile"
                + filter
                + "/Length 9>>\nstream\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(content);
    out.writeBytes("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    return Bytes.wrap(out.toByteArray());
  }

  private static byte[] deflated(byte[] plain) {
    var deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] out = new byte[plain.length / 500 + 1000];
    int n = deflater.deflate(out);
    deflater.end();
    return java.util.Arrays.copyOf(out, n);
  }
}
