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

/** The API of Arbeitnow: {@code www.arbeitnow.com/api/job-board-api}, page by page. */
final class Arbeitnow implements Adapter {
  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    return JsonItems.read(in, charset, Adapter.under("data", "pages"), items);
  }

  @Override
  public Draft draft(Value item, String holder) {
    var draft =
        new Draft()
            .with(Field.ID, item.text("slug"))
            .with(Field.TITLE, item.text("title"))
            .with(Field.EMPLOYER, item.text("company_name"))
            .with(Field.PLACE, item.text("location"))
            .with(Field.WORKPLACE, item.at("remote").isTrue() ? "remote" : "")
            .with(
                Field.TYPE,
                item.at("job_types").each().stream()
                    .map(Value::text)
                    .collect(Collectors.joining(", ")))
            .with(Field.URL, item.text("url"))
            .tags(item.at("tags"))
            .with(Field.TEXT, item.text("description"));
    var seconds = item.text("created_at");
    if (seconds.matches("\\d{9,11}")) {
      return draft.with(Field.POSTED, Instant.ofEpochSecond(Long.parseLong(seconds)).toString());
    }
    return seconds.isEmpty() ? draft : draft.fault(Fault.BAD_DATE, seconds);
  }
}
