package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/** The careers site API of Recruitee: {@code NAME.recruitee.com/api/offers}. */
final class Recruitee implements Adapter {
  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    return JsonItems.read(
        in,
        charset,
        Adapter.under("offers", "subdomains"),
        (item, holder) -> {
          var status = item.text("status");
          if (status.isEmpty() || status.equals("published")) {
            items.item(item, holder);
          }
        });
  }

  @Override
  public Draft draft(Value item, String holder) {
    return new Draft()
        .with(Field.ID, item.text("id"))
        .with(Field.TITLE, item.text("title"))
        .with(Field.EMPLOYER, item.text("company_name"))
        .orElse(Field.EMPLOYER, Adapter.employer(holder))
        .with(Field.PLACE, item.text("location"))
        .with(Field.COUNTRY, item.text("country_code"))
        .with(Field.CITY, item.text("city"))
        .with(Field.WORKPLACE, workplace(item))
        .with(Field.TYPE, item.text("employment_type_code").replace('_', ' '))
        .with(Field.SENIORITY, item.text("experience_code"))
        .with(Field.POSTED, item.text("published_at"))
        .with(Field.UNTIL, item.text("close_at"))
        .with(Field.URL, item.text("careers_apply_url"))
        .orElse(Field.URL, item.text("careers_url"))
        .pay(item.at("salary", "min"), item.at("salary", "max"))
        .with(Field.CURRENCY, item.text("salary", "currency"))
        .with(Field.PERIOD, item.text("salary", "period"))
        .tags(item.at("tags"))
        .with(Field.TEXT, item.text("description"))
        .and(Field.TEXT, item.text("requirements"));
  }

  private static String workplace(Value item) {
    if (item.at("hybrid").isTrue()) {
      return "hybrid";
    }
    return item.at("remote").isTrue() ? "remote" : item.at("on_site").isTrue() ? "onsite" : "";
  }
}
