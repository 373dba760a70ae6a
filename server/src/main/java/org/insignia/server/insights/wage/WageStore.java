package org.insignia.server.insights.wage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WageStore {
  private static final List<String> PERCENTILES =
      List.of("pct10", "pct25", "pct50", "pct75", "pct90");

  private final JdbcClient db;

  WageStore(JdbcClient db) {
    this.db = db;
  }

  /** Writes them all; none may be there twice. */
  void put(List<Wage> given) {
    var byKey = new LinkedHashMap<List<String>, Wage>();
    given.forEach(wage -> byKey.put(List.of(wage.area(), wage.occupation()), wage));
    var wages = List.copyOf(byKey.values());
    var statement =
        db.sql(
                """
                insert into wage (area, occupation, year, title, employed, pct10, pct25, pct50, pct75, pct90, mean, topped)
                select * from unnest(cast(:area as text[]), cast(:occupation as text[]), cast(:year as integer[]),
                                     cast(:title as text[]), cast(:employed as bigint[]), cast(:pct10 as integer[]),
                                     cast(:pct25 as integer[]), cast(:pct50 as integer[]), cast(:pct75 as integer[]),
                                     cast(:pct90 as integer[]), cast(:mean as integer[]), cast(:topped as boolean[]))
                on conflict (occupation, area, year) do update
                   set title = excluded.title, employed = excluded.employed, pct10 = excluded.pct10,
                       pct25 = excluded.pct25, pct50 = excluded.pct50, pct75 = excluded.pct75,
                       pct90 = excluded.pct90, mean = excluded.mean, topped = excluded.topped
                """)
            .param("area", wages.stream().map(Wage::area).toArray(String[]::new))
            .param("occupation", wages.stream().map(Wage::occupation).toArray(String[]::new))
            .param("year", wages.stream().map(Wage::year).toArray(Integer[]::new))
            .param("title", wages.stream().map(Wage::title).toArray(String[]::new))
            .param("employed", wages.stream().map(Wage::employed).toArray(Long[]::new))
            .param("mean", wages.stream().map(Wage::mean).toArray(Integer[]::new))
            .param("topped", wages.stream().map(Wage::topped).toArray(Boolean[]::new));
    for (int i = 0; i < PERCENTILES.size(); i++) {
      int at = i;
      statement =
          statement.param(
              PERCENTILES.get(i),
              wages.stream().map(wage -> wage.percentiles().get(at)).toArray(Integer[]::new));
    }
    statement.update();
  }

  /** The latest of each occupation in this area. */
  List<Wage> latest(String area, Collection<String> occupations) {
    return db.sql(
            """
            select distinct on (occupation) area, occupation, year, title, employed,
                   pct10, pct25, pct50, pct75, pct90, mean, topped
              from wage
             where area = :area and occupation = any(:occupations)
             order by occupation, year desc
            """)
        .param("area", area)
        .param("occupations", occupations.toArray(String[]::new))
        .query((row, i) -> wage(row))
        .list();
  }

  private static Wage wage(ResultSet row) throws SQLException {
    List<@Nullable Integer> percentiles = new ArrayList<>();
    for (var column : PERCENTILES) {
      percentiles.add(row.getObject(column, Integer.class));
    }
    return new Wage(
        row.getString("area"),
        row.getString("occupation"),
        row.getString("title"),
        row.getInt("year"),
        row.getObject("employed", Long.class),
        percentiles,
        row.getObject("mean", Integer.class),
        row.getBoolean("topped"));
  }
}
