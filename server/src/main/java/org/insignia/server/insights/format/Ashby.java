package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/**
 * The posting API of Ashby: {@code
 * api.ashbyhq.com/posting-api/job-board/NAME?includeCompensation=true}.
 */
final class Ashby implements Adapter {
  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    return JsonItems.read(
        in,
        charset,
        Adapter.under("jobs", "boards"),
        (item, holder) -> {
          // Those that are not listed are for who knows the address.
          if (!item.text("isListed").equals("false")) {
            items.item(item, holder);
          }
        });
  }

  @Override
  public Draft draft(Value item, String holder) {
    var url = item.text("jobUrl");
    List<String> places = new ArrayList<>(List.of(item.text("location")));
    item.at("secondaryLocations").each().forEach(other -> places.add(other.text("location")));
    var address = item.at("address", "postalAddress");
    var draft =
        new Draft()
            .with(Field.ID, item.text("id"))
            .with(Field.TITLE, item.text("title"))
            .with(Field.EMPLOYER, Adapter.employer(holder))
            .orElse(Field.EMPLOYER, Adapter.firstStep(url))
            .with(Field.PLACE, String.join("; ", places))
            .with(Field.WORKPLACE, item.text("workplaceType"))
            .orElse(Field.WORKPLACE, item.at("isRemote").isTrue() ? "remote" : "")
            .with(Field.TYPE, item.text("employmentType"))
            .with(Field.POSTED, item.text("publishedAt"))
            .with(Field.URL, item.text("applyUrl"))
            .orElse(Field.URL, url)
            .with(Field.TEXT, item.first("descriptionPlain", "descriptionHtml").text());
    if (places.size() == 1) {
      draft
          .with(Field.COUNTRY, address.text("addressCountry"))
          .with(Field.REGION, address.text("addressRegion"))
          .with(Field.CITY, address.text("addressLocality"));
    }
    return pay(draft, item.at("compensation"));
  }

  /** The first salary of the first tier that has one; bonus and shares are no salary. */
  private static Draft pay(Draft draft, Value compensation) {
    for (var tier : compensation.at("compensationTiers").each()) {
      for (var part : tier.at("components").each()) {
        if (part.text("compensationType").equals("Salary")) {
          return draft
              .pay(part.at("minValue"), part.at("maxValue"))
              .with(Field.CURRENCY, part.text("currencyCode"))
              .with(Field.PERIOD, part.text("interval").replace("1 ", ""));
        }
      }
    }
    return draft;
  }
}
