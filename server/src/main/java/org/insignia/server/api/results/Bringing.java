package org.insignia.server.api.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.Intake;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes results in. What can be read is stored as one file before the answer comes, and judged like
 * every other file; what cannot is told item by item.
 */
@Component
public class Bringing {
  static final int MOST = 1_000;

  private final Intake intake;
  private final Settings settings;

  Bringing(Intake intake, Settings settings) {
    this.intake = intake;
    this.settings = settings;
  }

  /**
   * What was taken.
   *
   * @param intake under which it is judged; null where nothing was taken
   * @param url where it is told what became of it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Taken(
      @Nullable UUID intake, @Nullable String url, int taken, int refused, List<Item> items) {
    public Taken {
      items = List.copyOf(items);
    }
  }

  /**
   * One item.
   *
   * @param line of the stored file, by which its row is found; null where it was refused
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      int index, int status, @Nullable Integer line, @Nullable List<Map<String, String>> errors) {}

  /** The items of a body, or the one that it is. */
  public static List<Body> items(Body body) {
    if (!body.has("items")) {
      return List.of(body);
    }
    var items = body.items("items", MOST);
    if (items.isEmpty() && body.faults().isEmpty()) {
      body.wrong("items", "is needed: 1 to " + MOST + " results");
    }
    body.end();
    return items;
  }

  /**
   * @param provider who sends it; empty where each item says it
   * @param name by which people find it among the files
   * @throws Problem.Invalid where it is one result and cannot be read
   */
  public ResponseEntity<Taken> take(
      OrganisationId organisation, String provider, String name, String by, List<Body> items) {
    var table = new ResultTable();
    List<Item> answers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      table.read(items.get(i));
      var faults = items.get(i).faults();
      if (!faults.isEmpty() && items.size() == 1 && items.getFirst().pointer().isEmpty()) {
        throw new Problem.Invalid(faults);
      }
      answers.add(
          faults.isEmpty()
              ? new Item(i, HttpStatus.ACCEPTED.value(), table.size() + 1, null)
              : new Item(i, HttpStatus.UNPROCESSABLE_CONTENT.value(), null, errors(faults)));
    }
    UUID id = null;
    if (table.size() > 0) {
      var in = new ByteArrayInputStream(table.csv());
      id = intake.accept(organisation, provider, name, in, by).value();
    }
    var url = id == null ? null : settings.url("/rest/v1/results/" + id).toString();
    var taken = new Taken(id, url, table.size(), items.size() - table.size(), answers);
    return ResponseEntity.status(
            table.size() == items.size() ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS)
        .body(taken);
  }

  private static List<Map<String, String>> errors(List<Fault> faults) {
    return faults.stream()
        .map(f -> Map.of("detail", f.detail(), "pointer", "#" + f.field()))
        .toList();
  }
}
