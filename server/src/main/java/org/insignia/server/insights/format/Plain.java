package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.reading.Field;
import org.insignia.server.insights.syntax.CsvItems;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/**
 * Files of one's own: CSV with a row of names, JSON Lines, or JSON with a list of {@code jobs}. The
 * names are those of docs/insights.md; upper case, blanks and dashes do not matter.
 */
final class Plain implements Adapter {
  private static final JsonItems.Where LISTS =
      new JsonItems.Where(List.of("", "jobs", "postings"), List.of(), true);

  /** The name first in its list wins where several are there. */
  private static final Map<Field, List<String>> NAMES = new LinkedHashMap<>();

  static {
    names(Field.ID, "id jobuid sourceid jobid externalid guid reference controlnumber");
    names(Field.TITLE, "title jobtitle positiontitle businesstitle position name");
    names(Field.EMPLOYER, "company employer companyname organization organisation agency");
    names(Field.PLACE, "location locationraw place worklocation");
    names(Field.COUNTRY, "country countrycode");
    names(Field.REGION, "state province");
    names(Field.CITY, "city town");
    names(Field.LOW, "salarymin minsalary salaryfrom salaryrangefrom salaryminorig");
    names(Field.HIGH, "salarymax maxsalary salaryto salaryrangeto salarymaxorig");
    names(Field.CURRENCY, "currency salarycurrency currencyoriginal");
    names(Field.PERIOD, "period salaryperiod salaryinterval salaryfrequency salaryintervalorig");
    names(Field.POSTED, "postedat dateposted publishedat posted opendate postingdate");
    names(Field.UNTIL, "validthrough expiresat expires closedate postuntil deadline");
    names(Field.URL, "applyurl url link absoluteurl");
    names(Field.TYPE, "employmenttype jobtype type contract");
    names(Field.SENIORITY, "seniority level careerlevel");
    names(Field.LANGUAGE, "language lang");
    names(Field.TEXT, "description text jobdescription content");
  }

  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final List<String> TAGS = List.of("skills", "skillsdetected", "tags", "keywords");
  private static final List<Field> NOT_NUMBERS = List.of(Field.POSTED, Field.UNTIL);

  private static final int MOST_NAMES = 1000;

  private final boolean csv;

  /** The same few names stand in every item. */
  private final Map<String, String> plainNames = new HashMap<>();

  Plain(boolean csv) {
    this.csv = csv;
  }

  private static void names(Field field, String list) {
    NAMES.put(field, Arrays.asList(list.split(" ")));
  }

  @Override
  public String read(InputStream in, String charset, Items items) throws IOException, Unreadable {
    if (csv) {
      CsvItems.read(in, charset, items);
      return "";
    }
    return JsonItems.read(in, charset, LISTS, items);
  }

  @Override
  public Draft draft(Value item, String holder) {
    var draft = new Draft();
    if (!(item instanceof Value.Fields(var given))) {
      return draft.fault(Fault.NOT_AN_ITEM, item.text());
    }
    Map<String, Value> values = new HashMap<>();
    given.forEach((name, value) -> values.putIfAbsent(plain(name), value));
    NAMES.forEach((field, names) -> set(draft, field, names, values));
    for (var name : TAGS) {
      var tags = values.getOrDefault(name, Value.ABSENT);
      draft.tags(csv ? split(tags.text()) : tags);
    }
    return workplace(draft, values);
  }

  private String plain(String name) {
    var known = plainNames.get(name);
    if (known != null) {
      return known;
    }
    var plain = MARKS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    if (plainNames.size() < MOST_NAMES) {
      plainNames.put(name, plain);
    }
    return plain;
  }

  private static void set(Draft draft, Field field, List<String> names, Map<String, Value> values) {
    for (var name : names) {
      var value = values.getOrDefault(name, Value.ABSENT);
      if (value instanceof Value.Fields || value instanceof Value.Many) {
        draft.fault(field == Field.ID ? Fault.BAD_ID : Fault.NOT_AN_ITEM, name);
        return;
      }
      if (!value.text().isBlank()) {
        if (value instanceof Value.Number number && NOT_NUMBERS.contains(field)) {
          draft.fault(Fault.BAD_DATE, number.literal()); // of seconds or thousandths: no telling
        }
        draft.with(field, value.text());
        return;
      }
    }
  }

  /** CSV has no lists: semicolons, bars or commas are between the keywords. */
  private static Value split(String text) {
    if (text.isBlank()) {
      return Value.ABSENT;
    }
    return new Value.Many(
        Arrays.stream(text.split("[;|,]"))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .<Value>map(Value.Text::new)
            .toList());
  }

  private static Draft workplace(Draft draft, Map<String, Value> values) {
    for (var name : List.of("workplace", "workplacetype")) {
      draft.orElse(Field.WORKPLACE, values.getOrDefault(name, Value.ABSENT).text());
    }
    for (var name : List.of("hybrid", "onsite", "remote", "isremote")) {
      if (values.getOrDefault(name, Value.ABSENT).text().equalsIgnoreCase("true")) {
        draft.orElse(Field.WORKPLACE, name.replace("is", ""));
      }
    }
    // A list of what was open may say when that ended.
    if (values.getOrDefault("stillopen", Value.ABSENT) instanceof Value.Flag(boolean open)
        && !open) {
      draft.orElse(Field.UNTIL, values.getOrDefault("lastsnapshot", Value.ABSENT).text());
    }
    return draft;
  }
}
