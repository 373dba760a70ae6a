package org.insignia.server.insights.wage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WageStore {
  private final JdbcClient db;

  WageStore(JdbcClient db) {
    this.db = db;
  }

  void put(Wage wage) {
    var amounts = wage.percentiles();
    db.sql(
            """
            insert into wage (area, occupation, year, title, employed, pct10, pct25, pct50, pct75, pct90, topped)
            values (:area, :occupation, :year, :title, :employed, :pct10, :pct25, :pct50, :pct75, :pct90, :topped)
            on conflict (occupation, area, year) do update
               set title = excluded.title, employed = excluded.employed, pct10 = excluded.pct10,
                   pct25 = excluded.pct25, pct50 = excluded.pct50, pct75 = excluded.pct75,
                   pct90 = excluded.pct90, topped = excluded.topped
            """)
        .param("area", wage.area())
        .param("occupation", wage.occupation())
        .param("year", wage.year())
        .param("title", wage.title())
        .param("employed", wage.employed())
        .param("pct10", amounts.get(0))
        .param("pct25", amounts.get(1))
        .param("pct50", amounts.get(2))
        .param("pct75", amounts.get(3))
        .param("pct90", amounts.get(4))
        .param("topped", wage.topped())
        .update();
  }

  /** The latest of each occupation in this area. */
  List<Wage> latest(String area, Collection<String> occupations) {
    return db.sql(
            """
            select distinct on (occupation) area, occupation, year, title, employed,
                   pct10, pct25, pct50, pct75, pct90, topped
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
    for (var column : List.of("pct10", "pct25", "pct50", "pct75", "pct90")) {
      percentiles.add(row.getObject(column, Integer.class));
    }
    return new Wage(
        row.getString("area"),
        row.getString("occupation"),
        row.getString("title"),
        row.getInt("year"),
        row.getObject("employed", Long.class),
        percentiles,
        row.getBoolean("topped"));
  }
}
