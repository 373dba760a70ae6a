package org.insignia.server.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.insignia.server.api.AdminToken;
import org.insignia.server.insights.wage.Taken;
import org.insignia.server.insights.wage.Wages;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes official wage figures from the commands of this machine. */
@RestController
class WagesApi {
  private final AdminToken admin;
  private final Wages wages;

  WagesApi(AdminToken admin, Wages wages) {
    this.admin = admin;
    this.wages = wages;
  }

  /** What was taken. */
  record Report(
      int year,
      int rows,
      int withoutPay,
      Map<String, Integer> leftOut,
      List<String> missingColumns,
      List<String> faults) {
    static Report of(int year, Taken taken) {
      return new Report(
          year, taken.rows(), taken.withoutPay(), taken.leftOut(), taken.missing(), taken.faults());
    }
  }

  @PostMapping("/rest/v1/imports/wages")
  Report take(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam int year,
      InputStream body)
      throws IOException {
    admin.require(authorization);
    return Report.of(year, wages.take(AdminToken.ACTOR, body, year));
  }
}
