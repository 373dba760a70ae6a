package org.insignia.server.api.me.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.insignia.server.insights.index.PayFigures;
import org.insignia.server.insights.wage.Wage;
import org.junit.jupiter.api.Test;

class OutlookJsonTest {
  @Test
  void what_official_statistics_do_not_publish_is_null_and_never_nought() {
    var wage =
        new Wage(
            "US-CA",
            "15-1252",
            "Software Developers",
            2025,
            null,
            Arrays.asList(80_000, null, 130_000, 180_000, Wage.TOP),
            null,
            true);
    var told = OutlookJson.Official.of(wage);
    assertThat(told.percentiles().p10()).isEqualTo(new BigDecimal(80_000));
    assertThat(told.percentiles().p25()).isNull();
    assertThat(told.mean()).isNull();
    assertThat(told.employed()).isNull();
    assertThat(told.topped()).isTrue();
    assertThat(told.year()).isEqualTo(2025);
    assertThat(told.source()).contains("Bureau of Labor Statistics");
  }

  @Test
  void pay_of_few_postings_is_not_told() {
    var nine = new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9};
    var ten = Arrays.copyOf(nine, 10);
    var few = PayFigures.of(Map.of("EUR", nine), Set.of("EUR")).getFirst();
    assertThat(OutlookJson.Pay.percentiles(few)).isNull();
    assertThat(few.n()).isEqualTo(9);
    var one = PayFigures.of(Map.of("EUR", ten), Set.<String>of()).getFirst();
    assertThat(OutlookJson.Pay.percentiles(one)).as("of too few employers").isNull();
    var enough = PayFigures.of(Map.of("EUR", ten), Set.of("EUR")).getFirst();
    assertThat(OutlookJson.Pay.percentiles(enough)).isNotNull();
  }
}
