package org.insignia.server.insights.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Sr. Engineer (m/f/d), Payments - Berlin; Senior Engineer",
        "Cloud Engineer - Remote; Cloud Engineer",
        "Cloud-Native Engineer; Cloud-Native Engineer",
        "C++ / C# Developer; C++ / C# Developer",
        "[Remote] Data Analyst | Acme; Data Analyst",
        "(Remote); (Remote)",
        "云计算工程师（北京）; 云计算工程师",
        "QA, Manual; QA, Manual"
      })
  void what_stands_behind_the_job_is_cut_off(String title, String job) {
    assertThat(TitleName.of(title)).isEqualTo(job);
  }
}
