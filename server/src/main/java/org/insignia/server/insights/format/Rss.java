package org.insignia.server.insights.format;

import java.io.InputStream;
import java.util.Set;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;
import org.insignia.server.insights.syntax.XmlItems;

/**
 * RSS 2.0, RSS 1.0 and Atom. They know titles, addresses, dates and texts; some job boards add the
 * company and the place in elements of their own.
 */
final class Rss implements Adapter {
  @Override
  public String read(InputStream in, String charset, Items items) throws Unreadable {
    XmlItems.read(in, charset, Set.of("item", "entry"), items);
    return "";
  }

  @Override
  public Draft draft(Value item, String holder) {
    var link = link(item.at("link"));
    var draft =
        new Draft()
            .with(Field.ID, item.first("guid", "id", "@about").text())
            .orElse(Field.ID, link)
            .with(Field.TITLE, item.text("title"))
            .with(Field.URL, link)
            .with(Field.EMPLOYER, item.first("company", "companyName", "employer").text())
            .orElse(Field.EMPLOYER, item.text("author", "name"))
            .orElse(Field.EMPLOYER, item.text("creator"))
            .with(Field.PLACE, item.first("location", "jobLocation", "city", "region").text())
            .with(Field.COUNTRY, item.text("country"))
            .with(Field.POSTED, item.first("pubDate", "published", "date", "updated").text())
            .with(Field.UNTIL, item.first("expires", "expirationDate", "validThrough").text())
            .with(Field.TYPE, item.first("job_type", "jobType", "type").text())
            .with(Field.TEXT, item.first("encoded", "content", "description", "summary").text());
    for (var category : item.at("category").each()) {
      var term = category.text("@term").isEmpty() ? category.text() : category.text("@term");
      if (!term.isBlank()) {
        draft.tags(new Value.Many(java.util.List.of(new Value.Text(term))));
      }
    }
    return draft;
  }

  /** RSS writes the address as text; Atom as an attribute, of the link that is the page itself. */
  private static String link(Value link) {
    for (var one : link.each()) {
      var relation = one.text("@rel");
      var address = one.text("@href").isEmpty() ? one.text() : one.text("@href");
      if (!address.isBlank() && (relation.isEmpty() || relation.equals("alternate"))) {
        return address;
      }
    }
    return "";
  }
}
