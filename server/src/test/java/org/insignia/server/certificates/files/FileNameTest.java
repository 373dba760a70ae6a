package org.insignia.server.certificates.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileNameTest {
  @Test
  void keeps_letters_of_every_script() {
    assertThat(FileName.of("Northwind 认证：云管理员", "محمد الخوارزمي", ".pdf"))
        .isEqualTo("Northwind 认证：云管理员 - محمد الخوارزمي.pdf");
  }

  @Test
  void has_nothing_that_a_system_or_a_reader_takes_for_something_else() {
    assertThat(FileName.of("../..\\a:b*c?\"<d>|e\u0000\u202Efdp.exe", "CON.", ".pdf"))
        .isEqualTo("a b c d efdp.exe - CON.pdf");
    assertThat(FileName.of("  -~. ", "\n\r\t", ".pdf")).isEqualTo("certificate.pdf");
    assertThat(FileName.of("A%2fB", "x", ".pdf")).isEqualTo("A 2fB - x.pdf");
  }

  @Test
  void is_never_longer_than_a_system_stores_and_breaks_no_letter() {
    for (var letter : new String[] {"a", "ñ", "界", "\uD83D\uDC69\u200D\uD83D\uDE80", "e\u0301"}) {
      var name = FileName.of(letter.repeat(300), letter.repeat(300), ".pdf");
      assertThat(name.getBytes(StandardCharsets.UTF_8).length).as(letter).isLessThanOrEqualTo(200);
      assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(name);
    }
  }

  @Test
  void its_header_is_ascii_whatever_the_name_is() {
    assertThat(FileName.disposition("Ana Núñez \"x\"\r\n.pdf", "certificate-1.pdf"))
        .isEqualTo(
            "attachment; filename=\"certificate-1.pdf\"; "
                + "filename*=UTF-8''Ana%20N%C3%BA%C3%B1ez%20%22x%22%0D%0A.pdf");
  }
}
