package org.insignia.server.insights.wage;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
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

  private static final int TOGETHER = 1000;
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
   * @throws Problem.Invalid if it is no such file, or nothing in it can be taken: then nothing is
   */
  @Transactional
  public Taken take(String actor, InputStream file, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Problem.Invalid(
          "year",
          "not a year of the survey from 2018 on: "
              + year
              + "; say which by the parameter year (--year)");
    }
    try (var in = reader(file)) {
      var oews = new OewsFile(in, year);
      var taken = take(oews);
      if (taken.rows() == 0) {
        throw new Problem.Invalid(
            "file",
            "it has no row of a detailed occupation in the country or a state" + why(taken));
      }
      audit.record(
          actor, null, "insights.wages-import", "wages of " + year, taken.rows() + " rows");
      return taken;
    } catch (IOException e) {
      throw new Problem.Invalid(
          "file", "it breaks off or is damaged where it is compressed: fetch or compress it again");
    }
  }

  private Taken take(OewsFile oews) throws IOException {
    int rows = 0;
    int withoutPay = 0;
    List<Wage> some = new ArrayList<>();
    for (var wage = oews.next(); wage.isPresent(); wage = oews.next()) {
      if (++rows > MOST_ROWS) {
        throw new Problem.Invalid("file", "more than " + MOST_ROWS + " rows");
      }
      withoutPay += wage.get().hasPay() ? 0 : 1;
      some.add(wage.get());
      if (some.size() == TOGETHER) {
        store.put(some);
        some.clear();
      }
    }
    store.put(some);
    return new Taken(rows, withoutPay, oews.leftOut(), oews.missing(), oews.faults());
  }

  private static String why(Taken taken) {
    return taken.leftOut().isEmpty()
        ? ""
        : "; left out: "
            + taken.leftOut().entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
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
   * The latest figures of these occupations, in their order; of the state where it has them, and of
   * the whole country where it has not, or has the mean alone.
   *
   * @param state two letters; empty for the whole country
   */
  public List<Wage> latest(List<String> occupations, String state) {
    List<Wage> found = new ArrayList<>();
    if (state.matches("[A-Z]{2}")) {
      found.addAll(store.latest("US-" + state, occupations));
    }
    found.removeIf(wage -> wage.median() == null && wage.mean() == null);
    var whole =
        found.stream()
            .filter(wage -> wage.median() != null)
            .map(Wage::occupation)
            .collect(Collectors.toSet());
    store.latest("US", occupations).stream()
        .filter(wage -> wage.median() != null || wage.mean() != null)
        .filter(wage -> !whole.contains(wage.occupation()))
        .forEach(found::add);
    return found.stream()
        .sorted(Comparator.comparingInt(wage -> occupations.indexOf(wage.occupation())))
        .toList();
  }
}
