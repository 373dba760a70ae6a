package org.insignia.server.insights.wage;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Official wages by occupation. */
@Service
public class Wages {
  /** All occupations of all states are about 40,000 rows. */
  private static final int MOST_ROWS = 200_000;

  private static final int FIRST_YEAR = 2018;
  private static final int LAST_YEAR = 2100;

  private final WageStore store;
  private final Audit audit;

  Wages(WageStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * Takes a file in; figures of the same year, area and occupation are replaced.
   *
   * @param file CSV in UTF-8, also with gzip
   * @param year of the survey
   * @return how many figures it had
   * @throws Problem.Invalid if it cannot be read: then nothing is taken
   */
  @Transactional
  public int take(String actor, InputStream file, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Problem.Invalid("year", "not a year of the survey from 2018 on: " + year);
    }
    int rows = 0;
    try (var in = reader(file)) {
      var oews = new OewsFile(in, year);
      for (var wage = oews.next(); wage.isPresent(); wage = oews.next()) {
        if (++rows > MOST_ROWS) {
          throw new Problem.Invalid("file", "more than " + MOST_ROWS + " rows");
        }
        store.put(wage.get());
      }
    } catch (IOException e) {
      throw new Problem.Invalid("file", "it cannot be read to its end");
    }
    if (rows == 0) {
      throw new Problem.Invalid("file", "no row of a detailed occupation");
    }
    audit.record(actor, null, "insights.wages-import", "wages of " + year, rows + " rows");
    return rows;
  }

  private static BufferedReader reader(InputStream file) throws IOException {
    var in = new BufferedInputStream(file);
    in.mark(2);
    boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return new BufferedReader(
        new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
  }

  /**
   * The latest figures of these occupations, in their order; of the state where it has them, else
   * of the whole country.
   *
   * @param state two letters; empty for the whole country
   */
  public List<Wage> latest(List<String> occupations, String state) {
    var found = new LinkedHashMap<String, Wage>();
    store.latest("US", occupations).forEach(wage -> found.put(wage.occupation(), wage));
    if (state.matches("[A-Z]{2}")) {
      store.latest("US-" + state, occupations).forEach(wage -> found.put(wage.occupation(), wage));
    }
    return found.values().stream()
        .filter(wage -> wage.median() != null)
        .sorted(Comparator.comparingInt(wage -> occupations.indexOf(wage.occupation())))
        .toList();
  }
}
