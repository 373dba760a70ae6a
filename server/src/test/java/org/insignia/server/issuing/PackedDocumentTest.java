package org.insignia.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.insignia.openbadges.json.Bytes;
import org.junit.jupiter.api.Test;

class PackedDocumentTest {
  private final DocumentFrame frame =
      DocumentFrame.of(Bytes.utf8("{\"name\":\"\",\"text\":\"same\"}"));

  @Test
  void gives_back_every_byte() {
    var random = new Random(7);
    for (int length : new int[] {0, 1, 100, 5_000, 100_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(PackedDocument.pack(frame, Bytes.of(bytes)).unpack()).isEqualTo(Bytes.of(bytes));
    }
    Bytes alike = Bytes.utf8("{\"name\":\"Ana María 王\",\"text\":\"same\"}");
    assertThat(PackedDocument.pack(frame, alike).unpack()).isEqualTo(alike);
  }

  @Test
  void gives_back_documents_longer_than_the_frame_may_be() {
    Bytes document = Bytes.utf8("x1y2z3".repeat(20_000));
    var packed = PackedDocument.pack(DocumentFrame.of(document), document);

    assertThat(packed.unpack()).isEqualTo(document);
    assertThat(packed.frame().text().size()).isEqualTo(32_768);
  }

  @Test
  void notices_a_cut_off_row() {
    var packed = PackedDocument.pack(frame, Bytes.utf8("a".repeat(10) + "bcdefghijkl".repeat(9)));
    byte[] cut = java.util.Arrays.copyOf(packed.body().toArray(), packed.body().size() / 2);

    assertThatThrownBy(() -> new PackedDocument(frame, Bytes.wrap(cut)).unpack())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void does_not_let_a_damaged_row_fill_the_memory() {
    var packed = PackedDocument.pack(frame, Bytes.wrap(new byte[8 << 20]));

    assertThatThrownBy(packed::unpack).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void names_a_frame_by_its_text() {
    assertThat(DocumentFrame.of(Bytes.utf8("a")).id())
        .isEqualTo(DocumentFrame.of(Bytes.utf8("a")).id())
        .isNotEqualTo(DocumentFrame.of(Bytes.utf8("b")).id());
  }
}
