package org.insignia.server.catalog.handmade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.handmade.Neighbours.Shelf;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recommendations and collections. */
@Repository
class NeighbourStore {
  private static final String SHELVES =
      """
      select c.id, c.name, i.achievement_id
        from achievement_collection c
        left join achievement_collection_item i on i.collection_id = c.id
      """;

  private final JdbcClient db;

  NeighbourStore(JdbcClient db) {
    this.db = db;
  }

  List<AchievementId> next(AchievementId of) {
    return db.sql(
            """
            select next_id from achievement_next
             where achievement_id = :of order by position, next_id
            """)
        .param("of", of.value())
        .query((row, _) -> new AchievementId(row.getObject("next_id", UUID.class)))
        .list();
  }

  Map<AchievementId, List<AchievementId>> edges(OrganisationId organisation) {
    Map<AchievementId, List<AchievementId>> edges = new LinkedHashMap<>();
    db.sql(
            """
            select n.achievement_id, n.next_id
              from achievement_next n
              join achievement a on a.id = n.achievement_id
             where a.organisation_id = :organisation
             order by n.achievement_id, n.position, n.next_id
            """)
        .param("organisation", organisation.value())
        .query(row -> {
          edges
              .computeIfAbsent(
                  new AchievementId(row.getObject("achievement_id", UUID.class)),
                  _ -> new ArrayList<>())
              .add(new AchievementId(row.getObject("next_id", UUID.class)));
        });
    return edges;
  }

  void putNext(AchievementId of, List<AchievementId> next) {
    db.sql("delete from achievement_next where achievement_id = :of")
        .param("of", of.value())
        .update();
    db.sql(
            """
            insert into achievement_next (achievement_id, next_id, position)
            select :of, id, place
              from unnest(:next::text[]::uuid[]) with ordinality as t(id, place)
            """)
        .param("of", of.value())
        .param("next", texts(next))
        .update();
  }

  private static String[] texts(List<AchievementId> ids) {
    return ids.stream().map(id -> id.value().toString()).toArray(String[]::new);
  }

  List<Shelf> shelves(OrganisationId organisation) {
    return list(
        db.sql(SHELVES + " where c.organisation_id = :organisation order by c.name, i.position")
            .param("organisation", organisation.value()));
  }

  /** Collections that hold this achievement, with everything in them. */
  List<Shelf> around(AchievementId achievement) {
    return list(
        db.sql(
                SHELVES
                    + """
                      where c.id in (select collection_id from achievement_collection_item
                                      where achievement_id = :achievement)
                      order by c.name, i.position
                    """)
            .param("achievement", achievement.value()));
  }

  private static List<Shelf> list(JdbcClient.StatementSpec query) {
    Map<UUID, String> names = new LinkedHashMap<>();
    Map<UUID, List<AchievementId>> items = new LinkedHashMap<>();
    query.query(row -> {
      UUID id = row.getObject("id", UUID.class);
      names.put(id, row.getString("name"));
      List<AchievementId> held = items.computeIfAbsent(id, _ -> new ArrayList<>());
      UUID item = row.getObject("achievement_id", UUID.class);
      if (item != null) {
        held.add(new AchievementId(item));
      }
    });
    List<Shelf> shelves = new ArrayList<>();
    names.forEach(
        (id, name) -> shelves.add(new Shelf(id, name, items.getOrDefault(id, List.of()))));
    return shelves;
  }

  /** False if there is one of that name. */
  boolean add(OrganisationId organisation, UUID id, String name) {
    return db.sql(
                """
                insert into achievement_collection (id, organisation_id, name)
                values (:id, :organisation, :name)
                on conflict (organisation_id, name) do nothing
                """)
            .param("id", id)
            .param("organisation", organisation.value())
            .param("name", name)
            .update()
        > 0;
  }

  void fill(UUID collection, List<AchievementId> items) {
    db.sql("delete from achievement_collection_item where collection_id = :collection")
        .param("collection", collection)
        .update();
    db.sql(
            """
            insert into achievement_collection_item (collection_id, achievement_id, position)
            select :collection, id, place
              from unnest(:items::text[]::uuid[]) with ordinality as t(id, place)
            """)
        .param("collection", collection)
        .param("items", texts(items))
        .update();
  }

  void remove(UUID collection) {
    db.sql("delete from achievement_collection where id = :collection")
        .param("collection", collection)
        .update();
  }
}
