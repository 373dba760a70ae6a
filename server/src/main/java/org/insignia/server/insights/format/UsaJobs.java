package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/**
 * Announcements of the United States' federal government: the search API ({@code
 * data.usajobs.gov/api/search}), the flat lists made from it, and the historic one.
 */
final class UsaJobs implements Adapter {
  private static final JsonItems.Where ITEMS =
      new JsonItems.Where(List.of("", "SearchResultItems", "data"), List.of("SearchResult"), false);

  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    return JsonItems.read(in, charset, ITEMS, items);
  }

  @Override
  public Draft draft(Value item, String holder) {
    var found = item.at("MatchedObjectDescriptor");
    var draft = found instanceof Value.Fields ? search(item, found) : flat(item);
    return draft.with(Field.COUNTRY, "US").with(Field.LANGUAGE, "en");
  }

  private static Draft search(Value item, Value found) {
    var pay = found.at("PositionRemuneration").each().stream().findFirst().orElse(Value.ABSENT);
    var details = found.at("UserArea", "Details");
    return new Draft()
        .with(Field.ID, item.text("MatchedObjectId"))
        .with(Field.TITLE, found.text("PositionTitle"))
        .with(Field.EMPLOYER, found.text("OrganizationName"))
        .with(
            Field.PLACE,
            found.at("PositionLocation").each().stream()
                .map(place -> place.text("LocationName"))
                .collect(Collectors.joining("; ")))
        .orElse(Field.PLACE, found.text("PositionLocationDisplay"))
        .with(Field.POSTED, found.text("PublicationStartDate"))
        .with(Field.UNTIL, found.text("ApplicationCloseDate"))
        .with(Field.URL, found.text("PositionURI"))
        .with(
            Field.TYPE,
            found.at("PositionSchedule").each().stream()
                .map(schedule -> schedule.text("Name"))
                .collect(Collectors.joining(", ")))
        .pay(paid(pay.at("MinimumRange")), paid(pay.at("MaximumRange")))
        .with(Field.CURRENCY, "USD")
        .with(Field.PERIOD, pay.text("RateIntervalCode"))
        .with(Field.TEXT, details.text("JobSummary"))
        .and(Field.TEXT, found.text("QualificationSummary"));
  }

  private static Draft flat(Value item) {
    return new Draft()
        .with(Field.ID, item.first("control_number", "usajobsControlNumber").text())
        .with(Field.TITLE, item.first("title", "position_title", "positionTitle").text())
        .with(Field.EMPLOYER, item.first("organization", "agency", "hiringAgencyName").text())
        .orElse(Field.EMPLOYER, item.first("department", "hiringDepartmentName").text())
        .with(Field.PLACE, item.text("location"))
        .with(Field.POSTED, item.first("open_date", "positionOpenDate").text())
        .with(Field.UNTIL, item.first("close_date", "positionCloseDate").text())
        .with(Field.URL, item.first("url", "usajobs_url").text())
        .with(Field.TYPE, item.text("appointment_type"))
        .pay(paid(item.at("min_salary")), paid(item.at("max_salary")))
        .with(Field.CURRENCY, "USD")
        .with(Field.PERIOD, item.text("pay_period"))
        .orElse(Field.PERIOD, "PA")
        .with(Field.TEXT, item.text("duties"))
        .and(Field.TEXT, item.text("qualifications"));
  }

  /** Work without compensation is announced with a pay of nothing. */
  private static Value paid(Value amount) {
    return amount.text().strip().matches("0+(\\.0+)?") ? Value.ABSENT : amount;
  }
}
