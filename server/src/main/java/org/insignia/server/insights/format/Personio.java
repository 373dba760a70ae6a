package org.insignia.server.insights.format;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;
import org.insignia.server.insights.syntax.XmlItems;

/**
 * The XML feed of Personio: {@code NAME.jobs.personio.de/xml}. It names no addresses: they are made
 * from the feed's own, {@code /job/ID} beside it.
 */
final class Personio implements Adapter {
  private final String site;

  /**
   * @param address of the feed; empty for a file
   */
  Personio(String address) {
    this.site = address.replaceAll("(https?://[^/]+).*", "$1");
  }

  @Override
  public String read(InputStream in, String charset, Items items) throws Unreadable {
    XmlItems.read(in, charset, Set.of("position"), items);
    return "";
  }

  @Override
  public Draft draft(Value item, String holder) {
    var id = item.text("id");
    List<String> offices = new ArrayList<>(List.of(item.text("office")));
    item.at("additionalOffices", "office").each().forEach(other -> offices.add(other.text()));
    var draft =
        new Draft()
            .with(Field.ID, id)
            .with(Field.TITLE, item.text("name"))
            .with(Field.EMPLOYER, item.text("subcompany"))
            .with(Field.PLACE, String.join("; ", offices))
            .with(Field.TYPE, item.text("schedule"))
            .with(Field.SENIORITY, item.text("seniority"))
            .with(Field.POSTED, item.text("createdAt"))
            .with(Field.URL, item.text("url"))
            .orElse(Field.URL, site.isEmpty() || id.isEmpty() ? "" : site + "/job/" + id);
    for (var part : item.at("jobDescriptions", "jobDescription").each()) {
      draft.and(Field.TEXT, part.text("name")).and(Field.TEXT, part.text("value"));
    }
    return draft;
  }
}
