package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/**
 * The API of Remotive: {@code remotive.com/api/remote-jobs}. Everything on it is remote; its
 * salaries are free text and stay in the description.
 */
final class Remotive implements Adapter {
  private static final JsonItems.Where JOBS =
      new JsonItems.Where(List.of("jobs"), List.of(), false);

  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    return JsonItems.read(in, charset, JOBS, items);
  }

  @Override
  public Draft draft(Value item, String holder) {
    return new Draft()
        .with(Field.ID, item.text("id"))
        .with(Field.TITLE, item.text("title"))
        .with(Field.EMPLOYER, item.text("company_name"))
        .with(Field.PLACE, item.text("candidate_required_location"))
        .with(Field.WORKPLACE, "remote")
        .with(Field.TYPE, item.text("job_type").replace('_', ' '))
        .with(Field.POSTED, item.text("publication_date"))
        .with(Field.URL, item.text("url"))
        .tags(item.at("tags"))
        .with(Field.TEXT, item.text("description"))
        .and(Field.TEXT, item.text("salary"));
  }
}
