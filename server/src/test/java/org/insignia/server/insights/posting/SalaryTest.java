package org.insignia.server.insights.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalaryTest {
  @ParameterizedTest
  @CsvSource({
    "25, 30, USD, HOUR, 52000, 62400",
    "25, 30, USD, FEDERAL_HOUR, 52175, 62610",
    "200, 300, EUR, DAY, 52000, 78000",
    "1000, 1000, GBP, WEEK, 52000, 52000",
    "2000, 2500, USD, TWO_WEEKS, 52000, 65000",
    "5000, 6000, USD, MONTH, 60000, 72000",
    "50000, 60000.50, USD, YEAR, 50000, 60001",
    "400000, 600000, JPY, MONTH, 4800000, 7200000"
  })
  void a_year_is_so_many_of_the_period(
      BigDecimal low, BigDecimal high, String currency, Period period, long from, long to) {
    assertThat(new Salary(low, high, currency, period).annual())
        .contains(new Salary.Annual(from, to));
  }

  @Test
  void one_bound_alone_counts_as_both() {
    assertThat(salary("60000", null).annual()).contains(new Salary.Annual(60000, 60000));
    assertThat(salary(null, "80000").annual()).contains(new Salary.Annual(80000, 80000));
  }

  @Test
  void what_is_no_plausible_year_is_left_out_of_statistics() {
    assertThat(salary("17.5", "20").annual()).isEmpty();
    assertThat(salary("100000", "1500001").annual()).isEmpty();
    assertThat(salary("10000", "1500000").annual()).isPresent();
    assertThat(new Salary(BigDecimal.TEN, null, "USD", Period.UNSTATED).annual()).isEmpty();
  }

  @Test
  void refuses_what_cannot_be_pay() {
    assertThatThrownBy(() -> salary("-5", "2000")).hasMessageContaining("-5");
    assertThatThrownBy(() -> salary("0", "0")).hasMessageContaining("0");
    assertThatThrownBy(() -> salary("2000", "10")).hasMessageContaining("above");
    assertThatThrownBy(() -> salary("1", "1e308")).hasMessageContaining("not an amount");
    assertThatThrownBy(() -> salary(null, null)).hasMessageContaining("neither");
    assertThatThrownBy(() -> new Salary(BigDecimal.TEN, null, "XXQ", Period.YEAR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Salary salary(@Nullable String low, @Nullable String high) {
    return new Salary(
        low == null ? null : new BigDecimal(low),
        high == null ? null : new BigDecimal(high),
        "USD",
        Period.YEAR);
  }
}
