package org.insignia.server.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.insignia.server.api.operator.OperatorDoor;
import org.insignia.server.insights.wage.Taken;
import org.insignia.server.insights.wage.Wages;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes official wage figures from the commands of this machine. */
@RestController
class WagesApi {
  private final OperatorDoor door;
  private final Wages wages;

  WagesApi(OperatorDoor door, Wages wages) {
    this.door = door;
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
  Report take(HttpServletRequest request, @RequestParam int year, InputStream body)
      throws IOException {
    var actor = door.enter(request);
    return Report.of(year, wages.take(actor, body, year));
  }
}
