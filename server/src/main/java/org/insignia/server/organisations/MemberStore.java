package org.insignia.server.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MemberStore {
  private final JdbcClient db;

  MemberStore(JdbcClient db) {
    this.db = db;
  }

  void put(UUID person, OrganisationId organisation, Role role) {
    db.sql(
            """
            insert into member (person_id, organisation_id, role)
            values (:person, :organisation, :role)
            on conflict (person_id, organisation_id) do update set role = excluded.role
            """)
        .param("person", person)
        .param("organisation", organisation.value())
        .param("role", role.name())
        .update();
  }

  void putOperator(UUID person) {
    db.sql("insert into operator (person_id) values (:person) on conflict do nothing")
        .param("person", person)
        .update();
  }

  boolean hasOperator() {
    return db.sql("select exists (select 1 from operator)").query(Boolean.class).single();
  }

  boolean isOperator(UUID person) {
    return db.sql("select exists (select 1 from operator where person_id = :person)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  List<UUID> operators() {
    return db.sql("select person_id from operator order by person_id").query(UUID.class).list();
  }

  Optional<Role> find(UUID person, OrganisationId organisation) {
    return db.sql(
            "select role from member where person_id = :person and organisation_id = :organisation")
        .param("person", person)
        .param("organisation", organisation.value())
        .query((row, number) -> Role.valueOf(row.getString("role")))
        .optional();
  }

  Optional<Standing> standing(@Nullable UUID person, OrganisationId organisation) {
    return db.sql(
            "select "
                + OrganisationStore.COLUMNS
                + """
                  , suspended_at, suspended_why,
                  exists (select 1 from operator where person_id = cast(:person as uuid)) as operates,
                  (select m.role from member m where m.organisation_id = organisation.id and m.person_id = cast(:person as uuid)) as role
                  from organisation where id = :organisation
                """)
        .param("person", person == null ? null : person.toString())
        .param("organisation", organisation.value())
        .query(MemberStore::standing)
        .optional();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    var role = row.getString("role");
    var since = row.getTimestamp("suspended_at");
    return new Standing(
        OrganisationStore.row(row, number),
        row.getBoolean("operates")
            ? Optional.of(Role.OWNER)
            : Optional.ofNullable(role).map(Role::valueOf),
        since == null
            ? Optional.empty()
            : Optional.of(new Suspension(since.toInstant(), row.getString("suspended_why"))));
  }

  Map<UUID, Role> of(OrganisationId organisation) {
    var roles = new LinkedHashMap<UUID, Role>();
    db.sql("select person_id, role from member where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .query(row -> {
          roles.put(row.getObject("person_id", UUID.class), Role.valueOf(row.getString("role")));
        });
    return roles;
  }

  /** The owners, whose number stays the same until the transaction ends. */
  List<UUID> lockedOwners(OrganisationId organisation) {
    db.sql("select 1 from organisation where id = :organisation for update")
        .param("organisation", organisation.value())
        .query(Integer.class)
        .single();
    return db.sql(
            "select person_id from member where organisation_id = :organisation and role = 'OWNER'")
        .param("organisation", organisation.value())
        .query(UUID.class)
        .list();
  }

  List<UUID> leading(OrganisationId organisation) {
    return db.sql(
            """
            select person_id from member
             where organisation_id = :organisation and role in ('OWNER', 'ADMIN')
             order by role desc, person_id
            """)
        .param("organisation", organisation.value())
        .query(UUID.class)
        .list();
  }

  List<Members.Workplace> workplaces(UUID person, int skip, int limit) {
    return db.sql(
            """
            select o.id, o.slug, o.name, o.url, o.email, o.accent, o.description, o.logo, o.domain,
                   case when p.person_id is null then m.role else 'OWNER' end as role
              from organisation o
              left join member m on m.organisation_id = o.id and m.person_id = :person
              left join operator p on p.person_id = :person
             where m.person_id is not null or p.person_id is not null
             order by o.name, o.id limit :limit offset :skip
            """)
        .param("person", person)
        .param("limit", limit)
        .param("skip", skip)
        .query((row, number) ->
            new Members.Workplace(
                OrganisationStore.row(row, number), Role.valueOf(row.getString("role"))))
        .list();
  }

  boolean worksSomewhere(UUID person) {
    return db.sql(
            """
            select exists (select 1 from member where person_id = :person)
                or exists (select 1 from operator where person_id = :person)
                   and exists (select 1 from organisation)
            """)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /** Every role of a person; an operator's rights are no role. */
  Map<OrganisationId, Role> roles(UUID person) {
    var roles = new LinkedHashMap<OrganisationId, Role>();
    db.sql(
            "select organisation_id, role from member where person_id = :person order by organisation_id")
        .param("person", person)
        .query(row -> {
          roles.put(
              new OrganisationId(row.getObject("organisation_id", UUID.class)),
              Role.valueOf(row.getString("role")));
        });
    return roles;
  }

  void remove(UUID person, OrganisationId organisation) {
    db.sql("delete from member where person_id = :person and organisation_id = :organisation")
        .param("person", person)
        .param("organisation", organisation.value())
        .update();
  }

  void removeOperator(UUID person) {
    db.sql("delete from operator where person_id = :person").param("person", person).update();
  }

  boolean isOnlyOperator(UUID person) {
    return db.sql(
            """
            select exists (select 1 from operator where person_id = :person)
               and not exists (select 1 from operator where person_id <> :person)
            """)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /** Whether some organisation has no other owner. */
  boolean isOnlyOwnerSomewhere(UUID person) {
    return db.sql(
            """
            select exists (select 1 from member m
                            where m.person_id = :person and m.role = 'OWNER'
                              and not exists (select 1 from member o
                                               where o.organisation_id = m.organisation_id
                                                 and o.role = 'OWNER' and o.person_id <> :person))
            """)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }
}
