package org.insignia.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.pdf.DocumentSignature;
import org.insignia.openbadges.pdf.PdfSignature;
import org.insignia.openbadges.pdf.PdfSignature.State;
import org.insignia.openbadges.pdf.PdfSignatures;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Samples;
import org.junit.jupiter.api.Test;

/** What the library finds of the signatures that this feature makes, and of tricks with them. */
class SignedPapersTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final KeyPair PAIR = KeyPair.generateP256(RANDOM);
  private static final Bytes PDF = signed(PAIR);

  private static Bytes signed(KeyPair pair) {
    Bytes certificate =
        DocumentCertificate.make(
            pair,
            "Contoso",
            List.of("did:web:contoso.example"),
            Instant.parse("2026-01-01T00:00:00Z"),
            RANDOM);
    return Paper.signedPdf(
        Samples.certificate(Language.EN, "Zo\u00eb"),
        new DocumentKey("Contoso", pair, certificate));
  }

  private static PdfSignature only(byte[] pdf) {
    List<PdfSignature> all = PdfSignatures.of(Bytes.wrap(pdf));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static byte[] replaced(String what, String by) {
    String text = new String(PDF.toArray(), StandardCharsets.ISO_8859_1);
    assertThat(text).contains(what);
    return text.replace(what, by).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String range() {
    String text = new String(PDF.toArray(), StandardCharsets.ISO_8859_1);
    return text.substring(text.indexOf("/ByteRange"), text.indexOf("/Contents<"));
  }

  @Test
  void a_signature_over_the_whole_file_is_good_and_names_its_signer() {
    PdfSignature signature = only(PDF.toArray());
    assertThat(signature.state()).isEqualTo(State.GOOD);
    assertThat(signature.signer().subject()).isEqualTo("CN=Contoso,O=Contoso");
    assertThat(signature.signer().key()).contains(PAIR.publicKey());
  }

  @Test
  void a_document_without_a_signature_has_none() {
    assertThat(PdfSignatures.of(Paper.pdf(Samples.certificate(Language.EN, "Zo\u00eb")))).isEmpty();
  }

  @Test
  void one_changed_byte_breaks_it() {
    byte[] changed = PDF.toArray();
    changed[300] ^= 1;
    assertThat(only(changed).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void what_is_added_behind_it_is_seen_even_if_it_is_only_a_space() {
    byte[] longer = Arrays.copyOf(PDF.toArray(), PDF.size() + 1);
    longer[PDF.size()] = ' ';
    assertThat(only(longer).state()).isEqualTo(State.CHANGED_SINCE);
  }

  @Test
  void an_incremental_update_that_shows_another_page_is_seen() {
    String text = new String(PDF.toArray(), StandardCharsets.ISO_8859_1);
    String update =
        "\n3 0 obj\n<</Type/Page/MediaBox[0 0 10 10]>>\nendobj\n"
            + text.substring(text.lastIndexOf("startxref"));
    byte[] updated = (text + update).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(only(updated).state()).isEqualTo(State.CHANGED_SINCE);
  }

  @Test
  void a_byte_range_that_leaves_out_more_than_the_signature_is_refused() {
    String[] numbers = range().replaceAll("[^0-9 ]", "").strip().split(" ");
    for (List<Long> by : List.of(List.of(-40L, 0L), List.of(0L, 40L), List.of(-20L, 20L))) {
      String tricky =
          "/ByteRange[0 %010d %010d %s]"
              .formatted(
                  Long.parseLong(numbers[1]) + by.get(0),
                  Long.parseLong(numbers[2]) + by.get(1),
                  numbers[3]);
      assertThat(only(replaced(range(), tricky)).state()).isEqualTo(State.BROKEN);
    }
  }

  @Test
  void a_byte_range_that_is_missing_or_no_range_is_refused() {
    int length = range().length();
    for (String none :
        List.of(
            "/ByteRange null", "/ByteRange[]", "/ByteRange[0 9 9 -1]", "/ByteRange[-1 9 99 1]")) {
      String padded = none + " ".repeat(length - none.length());
      assertThat(only(replaced(range(), padded)).state()).isEqualTo(State.BROKEN);
    }
  }

  @Test
  void something_behind_the_signature_in_its_own_place_is_refused() {
    byte[] hidden = PDF.toArray();
    String text = new String(hidden, StandardCharsets.ISO_8859_1);
    hidden[text.indexOf("0>>>\nendobj")] = '7';
    assertThat(only(hidden).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void a_signature_taken_from_another_document_is_refused() {
    String mine = new String(PDF.toArray(), StandardCharsets.ISO_8859_1);
    String other =
        new String(
            Paper.signedPdf(
                    Samples.certificate(Language.EN, "Zo\u00eb B."),
                    new DocumentKey("Contoso", PAIR, certificate()))
                .toArray(),
            StandardCharsets.ISO_8859_1);
    String moved = mine.replace(contents(mine), contents(other));
    assertThat(only(moved.getBytes(StandardCharsets.ISO_8859_1)).state()).isEqualTo(State.BROKEN);
  }

  private static Bytes certificate() {
    return DocumentCertificate.make(PAIR, "Contoso", List.of(), Instant.EPOCH, RANDOM);
  }

  private static String contents(String pdf) {
    int from = pdf.indexOf("/Contents<");
    return pdf.substring(from, pdf.indexOf('>', from));
  }

  @Test
  void another_form_of_signature_is_not_taken_for_a_bad_one() {
    byte[] other = replaced("/ETSI.CAdES.detached", "/adbe.x509.rsa_sha1 ");
    assertThat(only(other).state()).isEqualTo(State.NOT_SUPPORTED);
  }

  @Test
  void damaged_files_give_findings_or_say_that_they_cannot_be_read() {
    var random = new Random(20261121);
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = PDF.toArray();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        for (PdfSignature signature : PdfSignatures.of(Bytes.wrap(damaged))) {
          assertThat(signature.state() != State.GOOD || isSignedAlike(damaged)).isTrue();
        }
      } catch (MalformedCredential e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  /** Within the signature's own place a letter may be small or large, and its frame be other. */
  private static boolean isSignedAlike(byte[] damaged) {
    byte[] sound = PDF.toArray();
    String text = new String(sound, StandardCharsets.ISO_8859_1);
    int hole = text.indexOf("/Contents<") + "/Contents".length();
    int behind = text.indexOf('>', hole) + 1;
    return Arrays.equals(damaged, 0, hole, sound, 0, hole)
        && Arrays.equals(damaged, behind, damaged.length, sound, behind, sound.length);
  }

  @Test
  void it_belongs_to_the_issuer_who_publishes_its_key_and_to_nobody_else() {
    String issuer = "did:web:contoso.example";
    assertThat(DocumentSignature.judge(PDF, issuer, publishing(PAIR.publicKey())))
        .isInstanceOf(Finding.Passed.class);
    assertThat(
            DocumentSignature.judge(
                PDF, issuer, publishing(KeyPair.generateP256(RANDOM).publicKey())))
        .isInstanceOfSatisfying(
            Finding.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(Reason.DOCUMENT_OF_SOMEBODY_ELSE));
  }

  @Test
  void whose_it_is_stays_open_where_nobody_can_be_asked() {
    for (String issuer :
        Arrays.asList(
            "did:web:contoso.example",
            "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
            null)) {
      assertThat(DocumentSignature.judge(PDF, issuer, new OfflineKeys()))
          .isInstanceOfSatisfying(
              Finding.Unchecked.class,
              open -> assertThat(open.reason()).isEqualTo(Reason.DOCUMENT_SIGNER_NOT_CONFIRMED));
    }
  }

  private static KeyResolver publishing(PublicKey key) {
    return new KeyResolver() {
      @Override
      public Resolution resolve(String verificationMethod) {
        return new Resolution.NotFound("not asked");
      }

      @Override
      public Resolution namedBy(String controller, PublicKey asked) {
        return asked.equals(key)
            ? new Resolution.Found(
                new VerificationKey(
                    controller + "#1",
                    controller,
                    key,
                    java.util.Set.of(),
                    VerificationKey.Evidence.DOCUMENT))
            : new Resolution.NotFound("not among the keys of its document");
      }
    };
  }
}
