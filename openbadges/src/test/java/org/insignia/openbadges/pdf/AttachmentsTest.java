package org.insignia.openbadges.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.pdf.Pdfs.Form;
import org.insignia.openbadges.pdf.Pdfs.Place;
import org.insignia.openbadges.shared.Mutations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {
  private static final String BADGE = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"]}";
  private static final String OTHER = BADGE.replace("}", ",\"id\":\"urn:uuid:1\"}");

  @Nested
  @DisplayName("written by another implementation")
  class Written {
    static Stream<Arguments> forms() {
      return Arrays.stream(Place.values())
          .flatMap(place -> Arrays.stream(Form.values()).map(form -> Arguments.of(place, form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_badge_is_found_wherever_it_hangs(Place place, Form form) {
      Bytes pdf = Pdfs.with(BADGE, place, form);
      assertThat(Baking.unbake(pdf)).contains(new Baked(BakedKind.OPEN_BADGE_3, BADGE));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_badge_is_found_where_the_cross_references_are_lost(Place place, Form form) {
      byte[] pdf = Pdfs.with(BADGE, place, form).toArray();
      int tail = new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf("startxref");
      byte[] cut = Arrays.copyOf(pdf, tail);
      assertThat(Baking.unbake(Bytes.wrap(cut))).map(Baked::text).contains(BADGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OBJECT_STREAMS", "PLAIN", "PACKED_ATTACHMENT"})
    void the_newest_version_counts(Form form) {
      Bytes first = Pdfs.with(BADGE, Place.NAME_TREE, form);
      Bytes second = Pdfs.changed(first, OTHER, Place.NAME_TREE);
      assertThat(Baking.unbake(second)).map(Baked::text).contains(OTHER);
      assertThat(Baking.unbake(Pdfs.changed(second, BADGE, Place.NAME_TREE)))
          .map(Baked::text)
          .contains(BADGE);
      assertThat(Baking.unbake(Pdfs.removed(second))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void an_encrypted_file_is_refused_with_the_reason(int keyLength) {
      Bytes pdf = Pdfs.encrypted(BADGE, keyLength);
      assertThatExceptionOfType(MalformedCredential.class)
          .isThrownBy(() -> Baking.unbake(pdf))
          .withMessageContaining("encrypted");
    }

    @Test
    void what_is_no_credential_is_passed_over() {
      for (String other : List.of("a,b\n1,2", "{\"sum\":1}", "<invoice/>", "")) {
        Bytes pdf = Pdfs.with(other, Place.NAME_TREE, Form.PACKED_ATTACHMENT);
        assertThat(Baking.unbake(pdf)).isEqualTo(Optional.empty());
      }
      assertThat(Baking.unbake(Pdfs.saved(document -> {}, Form.PLAIN))).isEmpty();
    }

    @Test
    void two_different_badges_are_refused_and_one_named_twice_is_one() {
      Bytes pdf =
          Pdfs.saved(
              document -> {
                Pdfs.attach(document, BADGE, Place.NAME_TREE, Form.PLAIN);
                Pdfs.attach(document, OTHER, Place.ASSOCIATED, Form.PLAIN);
              },
              Form.OBJECT_STREAMS);
      assertThatExceptionOfType(MalformedCredential.class)
          .isThrownBy(() -> Baking.unbake(pdf))
          .withMessageContaining("2 badges");
      Bytes same = Pdfs.with("eyJh.e30.AA", Place.ASSOCIATED_AND_NAMED, Form.OBJECT_STREAMS);
      assertThat(Baking.unbake(same)).map(Baked::text).contains("eyJh.e30.AA");
    }
  }

  @Nested
  @DisplayName("hostile")
  class Hostile {
    @Test
    void damage_never_leads_to_more_than_a_refusal() {
      List<Bytes> whole =
          Stream.of(Form.values())
              .map(form -> Pdfs.with(BADGE, Place.ASSOCIATED_AND_NAMED, form))
              .toList();
      for (int seed = 0; seed < 4_000; seed++) {
        byte[] damaged = new Mutations(seed).of(whole.get(seed % whole.size()).toArray());
        try {
          Attachments.of(Bytes.wrap(damaged));
        } catch (MalformedCredential e) {
          assertThat(e.getMessage()).isNotBlank();
        }
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<</Type/Catalog/Names 1 0 R/EmbeddedFiles 1 0 R/Kids[1 0 R 1 0 R]>>",
          "<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[3 0 R]>>\nendobj\n3 0 obj\n"
              + "<</Kids[2 0 R]/Annots 4 0 R>>\nendobj\n4 0 obj\n4 0 R",
          "<</Type/Catalog/AF[<</EF<</F 2 0 R>>>>]>>\nendobj\n2 0 obj\n"
              + "<</Length 2 0 R>>\nstream\n{\nendstream",
          "<</Type/Catalog/AF[<</EF<</F 2 0 R>>>>]>>\nendobj\n2 0 obj\n"
              + "<</Length 99999999999>>\nstream\n{\nendstream",
          "<</Type/ObjStm/N 20000/First 4/Length 3>>\nstream\n1 0\nendstream"
        })
    void circles_and_lies_come_to_an_end(String objects) {
      Bytes pdf = Bytes.utf8("%PDF-1.7\n1 0 obj\n" + objects + "\nendobj\n%%EOF\n");
      try {
        assertThat(Baking.unbake(pdf)).isEmpty();
      } catch (MalformedCredential e) {
        assertThat(e.getMessage()).contains("PDF");
      }
    }

    @Test
    void nesting_is_bounded() {
      Bytes pdf =
          Bytes.utf8("%PDF-1.7\n1 0 obj\n<</Type/Catalog/AF " + "[".repeat(1_000_000) + "\n");
      assertThatExceptionOfType(MalformedCredential.class).isThrownBy(() -> Baking.unbake(pdf));
    }

    @Test
    void a_bomb_beside_a_badge_is_passed_over() {
      var out = new ByteArrayOutputStream();
      out.writeBytes(
          ascii(
              "%PDF-1.7\n1 0 obj\n<</Type/Catalog/AF[<</EF<</F 2 0 R>>>><</EF<</F 3 0 R>>>>]>>\n"
                  + "endobj\n2 0 obj\n<</Filter/FlateDecode>>\nstream\n"));
      out.writeBytes(deflated(new byte[50_000_000]));
      out.writeBytes(ascii("\nendstream\nendobj\n3 0 obj\n<</Length 1>>\nstream\n" + BADGE));
      out.writeBytes(ascii("\nendstream\nendobj\n%%EOF\n"));
      Bytes pdf = Bytes.wrap(out.toByteArray());
      assertThat(Baking.unbake(pdf)).map(Baked::text).contains(BADGE);
    }

    @Test
    void many_attachments_are_refused() {
      var catalog = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/AF[");
      for (int i = 2; i < 40; i++) {
        catalog.append("<</EF<</F ").append(i).append(" 0 R>>>>");
      }
      Bytes pdf = Bytes.utf8(catalog + "]>>\nendobj\n");
      assertThatExceptionOfType(MalformedCredential.class)
          .isThrownBy(() -> Baking.unbake(pdf))
          .withMessageContaining("20 attachments");
    }

    @Test
    void a_file_full_of_beginnings_takes_bounded_work() {
      String streams = "9 0 obj\n<<>>\nstream\n".repeat(400_000);
      Bytes pdf = Bytes.utf8("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + streams);
      assertThat(Baking.unbake(pdf)).isEmpty();
      var objects = new StringBuilder("%PDF-1.7\n");
      for (int i = 0; i < 150_000; i++) {
        objects.append(i).append(" 0 obj\n<</Type/ObjStm/N 1/First 3>>stream\n");
      }
      assertThatExceptionOfType(MalformedCredential.class)
          .isThrownBy(() -> Baking.unbake(Bytes.utf8(objects.toString())));
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] deflated(byte[] plain) {
      var deflater = new Deflater();
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[plain.length / 500 + 1_000];
      int n = deflater.deflate(out);
      deflater.end();
      return Arrays.copyOf(out, n);
    }
  }
}
