package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.stream.Collectors;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/** The postings API of Lever: {@code api.lever.co/v0/postings/NAME?mode=json}. */
final class Lever implements Adapter {
  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    return JsonItems.read(in, charset, Adapter.under("", "sites"), items);
  }

  @Override
  public Draft draft(Value item, String holder) {
    var url = item.text("hostedUrl");
    var places =
        item.at("categories", "allLocations").each().stream()
            .map(Value::text)
            .collect(Collectors.joining("; "));
    var draft =
        new Draft()
            .with(Field.ID, item.text("id"))
            .with(Field.TITLE, item.text("text"))
            .with(Field.EMPLOYER, Adapter.employer(holder))
            .orElse(Field.EMPLOYER, Adapter.firstStep(url))
            .with(Field.PLACE, places)
            .orElse(Field.PLACE, item.text("categories", "location"))
            .with(Field.COUNTRY, item.text("country"))
            .with(Field.WORKPLACE, item.text("workplaceType"))
            .with(Field.TYPE, item.text("categories", "commitment"))
            .with(Field.URL, item.text("applyUrl"))
            .orElse(Field.URL, url)
            .pay(item.at("salaryRange", "min"), item.at("salaryRange", "max"))
            .with(Field.CURRENCY, item.text("salaryRange", "currency"))
            .with(Field.PERIOD, item.text("salaryRange", "interval"))
            .with(Field.TEXT, item.first("descriptionPlain", "description").text());
    for (var list : item.at("lists").each()) {
      draft
          .and(Field.TEXT, list.text("text"))
          .and(Field.TEXT, "<ul>" + list.text("content") + "</ul>");
    }
    draft.and(Field.TEXT, item.first("additionalPlain", "additional").text());
    return posted(draft, item.text("createdAt"));
  }

  /** Lever counts milliseconds. */
  private static Draft posted(Draft draft, String millis) {
    if (millis.isEmpty()) {
      return draft;
    }
    return millis.matches("\\d{12,14}")
        ? draft.with(Field.POSTED, Instant.ofEpochMilli(Long.parseLong(millis)).toString())
        : draft.fault(Fault.BAD_DATE, millis);
  }
}
