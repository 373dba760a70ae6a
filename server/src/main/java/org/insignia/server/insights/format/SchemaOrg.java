package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.PageItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/**
 * schema.org JobPosting in JSON-LD: on a page, or as a file of its own. It may stand alone, in a
 * graph, in a list or anywhere below.
 */
final class SchemaOrg implements Adapter {
  private static final JsonItems.Where ANYWHERE = new JsonItems.Where(List.of(""), List.of(), true);
  private static final int DEEPEST = 8;
  private static final int MONTHS_OF_A_JUNIOR = 24;

  private final String page;
  private final boolean html;

  /**
   * @param page address of the page; empty for a file
   * @param html whether it is a page and not JSON
   */
  SchemaOrg(String page, boolean html) {
    this.page = page;
    this.html = html;
  }

  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    Items below = (item, holder) -> postings(item, items, 0);
    if (html) {
      PageItems.read(in, charset, below);
    } else {
      JsonItems.read(in, charset, ANYWHERE, below);
    }
    return "";
  }

  private static void postings(Value value, Items items, int depth) throws Unreadable {
    if (depth > DEEPEST) {
      return;
    }
    if (value instanceof Value.Unfit) {
      items.item(value, "");
    } else if (value instanceof Value.Fields(var fields)) {
      boolean posting =
          value.at("@type").each().stream().anyMatch(type -> type.text().endsWith("JobPosting"));
      if (posting) {
        items.item(value, "");
        return;
      }
      for (var below : fields.values()) {
        postings(below, items, depth + 1);
      }
    } else if (value instanceof Value.Many(var values)) {
      for (var below : values) {
        postings(below, items, depth + 1);
      }
    }
  }

  @Override
  public Draft draft(Value item, String holder) {
    var url = item.text("url");
    var draft =
        new Draft()
            .with(Field.URL, url)
            .orElse(Field.URL, page)
            .with(Field.ID, id(item.at("identifier")))
            .orElse(Field.ID, url)
            .orElse(Field.ID, page)
            .with(Field.TITLE, item.first("title", "name").text())
            .with(Field.EMPLOYER, named(item.at("hiringOrganization")))
            .with(Field.POSTED, item.text("datePosted"))
            .with(Field.UNTIL, item.text("validThrough"))
            .with(Field.TYPE, type(item.at("employmentType")))
            .with(
                Field.WORKPLACE,
                item.text("jobLocationType").equalsIgnoreCase("TELECOMMUTE") ? "remote" : "")
            .with(Field.LANGUAGE, item.text("inLanguage"))
            .with(Field.SENIORITY, seniority(item.at("experienceRequirements")))
            .with(Field.TEXT, item.text("description"));
    for (var part : List.of("responsibilities", "qualifications", "skills")) {
      draft.and(Field.TEXT, item.text(part));
    }
    place(draft, item);
    return pay(draft, item);
  }

  private static String id(Value identifier) {
    return identifier.first("value", "@id").text().isEmpty()
        ? identifier.text()
        : identifier.first("value", "@id").text();
  }

  private static String named(Value organisation) {
    var name = organisation.text("name");
    return name.isEmpty() ? organisation.text() : name;
  }

  private static String type(Value types) {
    return types.each().stream()
        .map(type -> type.text().replace('_', ' ').toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String seniority(Value experience) {
    var months = experience.text("monthsOfExperience");
    return months.matches("\\d{1,3}") && Integer.parseInt(months) < MONTHS_OF_A_JUNIOR
        ? "junior"
        : "";
  }

  private static void place(Draft draft, Value item) {
    List<String> places = new ArrayList<>();
    var stated = item.at("jobLocation").each();
    for (var place : stated) {
      var address = place.at("address");
      var parts =
          address instanceof Value.Fields
              ? List.of(
                  address.text("addressLocality"),
                  address.text("addressRegion"),
                  country(address.at("addressCountry")))
              : List.of(address.text().isEmpty() ? named(place) : address.text());
      places.add(parts.stream().filter(p -> !p.isBlank()).collect(Collectors.joining(", ")));
    }
    if (stated.size() == 1) {
      var address = stated.getFirst().at("address");
      draft
          .with(Field.CITY, address.text("addressLocality"))
          .with(Field.REGION, address.text("addressRegion"))
          .with(Field.COUNTRY, country(address.at("addressCountry")));
    }
    if (stated.isEmpty()) {
      for (var where : item.at("applicantLocationRequirements").each()) {
        places.add(named(where));
      }
    }
    draft.with(Field.PLACE, String.join("; ", places));
  }

  private static String country(Value country) {
    return named(country);
  }

  private static Draft pay(Draft draft, Value item) {
    var pay = item.at("baseSalary").each().stream().findFirst().orElse(Value.ABSENT);
    var value = pay.at("value");
    var unit = value.text("unitText").isEmpty() ? pay.text("unitText") : value.text("unitText");
    var currency =
        pay.text("currency").isEmpty() ? item.text("salaryCurrency") : pay.text("currency");
    if (pay instanceof Value.Fields && value instanceof Value.Fields) {
      if (value.at("minValue") instanceof Value.Absent
          && value.at("maxValue") instanceof Value.Absent) {
        draft.pay(value.at("value"), value.at("value"));
      } else {
        draft.pay(value.at("minValue"), value.at("maxValue"));
      }
    } else {
      var amount = pay instanceof Value.Fields ? value : pay;
      draft.pay(amount, amount);
    }
    return draft.with(Field.CURRENCY, currency).with(Field.PERIOD, unit);
  }
}
