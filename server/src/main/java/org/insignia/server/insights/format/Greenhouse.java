package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.PlainText;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/**
 * The job board API of Greenhouse: {@code
 * boards-api.greenhouse.io/v1/boards/NAME/jobs?content=true}. Its descriptions are HTML, escaped
 * once more.
 */
final class Greenhouse implements Adapter {
  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    return JsonItems.read(in, charset, Adapter.under("jobs", "boards"), items);
  }

  @Override
  public Draft draft(Value item, String holder) {
    var content = item.text("content");
    var draft =
        new Draft()
            .with(Field.ID, item.text("id"))
            .with(Field.TITLE, item.text("title"))
            .with(Field.EMPLOYER, item.text("company_name"))
            .orElse(Field.EMPLOYER, Adapter.employer(holder))
            .with(Field.PLACE, item.text("location", "name"))
            .with(Field.POSTED, item.text("first_published"))
            .orElse(Field.POSTED, item.text("updated_at"))
            .with(Field.UNTIL, item.text("application_deadline"))
            .with(Field.URL, item.text("absolute_url"))
            .orElse(Field.EMPLOYER, Adapter.firstStep(item.text("absolute_url")))
            .with(Field.LANGUAGE, item.text("language"))
            .with(Field.TEXT, content.startsWith("&lt;") ? PlainText.unescape(content) : content);
    for (var entry : item.at("metadata").each()) {
      var name = entry.text("name");
      var value = entry.at("value");
      if (name.equalsIgnoreCase("Employment Type") || name.equalsIgnoreCase("Time Type")) {
        draft.with(Field.TYPE, value.text());
      } else if (entry.text("value_type").equals("currency_range")) {
        draft
            .pay(value.at("min_value"), value.at("max_value"))
            .with(Field.CURRENCY, value.text("unit"));
      }
    }
    return draft;
  }
}
