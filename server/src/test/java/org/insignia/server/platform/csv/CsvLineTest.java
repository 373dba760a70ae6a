package org.insignia.server.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＠x", "|calc", "%x"
      })
  void makes_formulas_plain_text(String cell) {
    assertThat(CsvLine.of(List.of(cell))).startsWith("\"'").contains(cell);
  }

  @Test
  void keeps_everything_else_and_doubles_quotes() {
    assertThat(CsvLine.of(List.of("Ana \"A\"", "1,5", "", "张伟")))
        .isEqualTo("\"Ana \"\"A\"\"\",\"1,5\",\"\",\"张伟\"\r\n");
  }
}
