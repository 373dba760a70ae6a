package org.insignia.server.api.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.api.workforce.Employee.State;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Employees, and the links by which they decide. */
@Repository
class EmployeeStore {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final String SELECT =
      """
      select id, organisation_id, address, first_name, last_name, team, about, state, state_at, invited_at,
             created_at
        from credly_employee
       where
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  EmployeeStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Keeps a new one; false if the organisation has one with this address. */
  boolean insert(Employee employee) {
    return said(
                db.sql(
                    """
                    insert into credly_employee
                      (id, organisation_id, address, address_key, first_name, last_name, team, about,
                       state, state_at, created_at)
                    values (:id, :organisation, :address, :key, :first, :last, :team, :about::jsonb,
                       :state, :at, :at)
                    on conflict (organisation_id, address_key) do nothing
                    """),
                employee.said())
            .param("id", employee.id())
            .param("organisation", employee.organisation().value())
            .param("state", employee.state().name())
            .param("at", time(employee.createdAt()))
            .update()
        == 1;
  }

  /** Says other things of one. */
  void update(UUID id, Personnel personnel) {
    said(
            db.sql(
                """
                update credly_employee
                   set address = :address, address_key = :key, first_name = :first, last_name = :last,
                       team = :team, about = :about::jsonb
                 where id = :id
                """),
            personnel)
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, Personnel personnel) {
    return statement
        .param("address", personnel.address().value())
        .param("key", personnel.address().key())
        .param("first", personnel.firstName())
        .param("last", personnel.lastName())
        .param("team", personnel.team())
        .param("about", json.writeValueAsString(personnel.about()));
  }

  /** As one of whom nobody has asked anything yet: the answer was another mailbox's. */
  void startOver(UUID id, Instant at) {
    db.sql(
            "update credly_employee set state = 'CREATED', state_at = :at, invited_at = null where id = :id")
        .param("id", id)
        .param("at", time(at))
        .update();
    db.sql("delete from credly_employee_link where employee_id = :id").param("id", id).update();
  }

  void invited(Collection<UUID> ids, Instant at) {
    db.sql(
            """
            update credly_employee
               set state_at = case when state = 'PENDING' then state_at else :at end,
                   state = 'PENDING', invited_at = :at
             where id = any (:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("at", time(at))
        .update();
  }

  /** Whether it was otherwise before. */
  boolean decide(UUID id, State state, Instant at) {
    return db.sql(
                """
                update credly_employee set state = :state, state_at = :at
                 where id = :id and state <> :state and state <> 'CREATED'
                """)
            .param("id", id)
            .param("state", state.name())
            .param("at", time(at))
            .update()
        == 1;
  }

  void delete(UUID id) {
    db.sql("delete from credly_employee where id = :id").param("id", id).update();
  }

  Optional<Employee> find(UUID id) {
    return db.sql(SELECT + "id = :id").param("id", id).query(this::employee).optional();
  }

  /** Some of whom a call means that were not asked since, which nobody else changes meanwhile. */
  List<Employee> take(OrganisationId organisation, Call call, Instant since, int most) {
    var names = call.names();
    var named = names == null ? "" : " and " + column(call.named()) + " = any (:names)";
    var rows =
        db.sql(
                SELECT
                    + """
                    organisation_id = :organisation and state = any (:states)
                      and (invited_at is null or invited_at <= :since)%s
                    order by created_at, id limit :most for update
                    """
                        .formatted(named))
            .param("organisation", organisation.value())
            .param("states", call.states().stream().map(State::name).toArray(String[]::new))
            .param("since", time(since))
            .param("most", most);
    if (names != null) {
      rows = rows.param("names", names.toArray(String[]::new));
    }
    return rows.query(this::employee).list();
  }

  private static String column(Call.Named named) {
    return switch (named) {
      case ID -> "id::text";
      case ADDRESS -> "address_key";
      case EXTERNAL_ID -> "about ->> 'external_id'";
    };
  }

  List<Employee> find(Collection<UUID> ids) {
    return db.sql(SELECT + "id = any (:ids) order by created_at, id")
        .param("ids", ids.toArray(UUID[]::new))
        .query(this::employee)
        .list();
  }

  /** Wherever somebody with one of these mailboxes works. */
  List<Employee> to(Collection<EmailAddress> mailboxes) {
    return db.sql(SELECT + "address_key = any (:keys) order by id")
        .param("keys", mailboxes.stream().map(EmailAddress::key).toArray(String[]::new))
        .query(this::employee)
        .list();
  }

  boolean hasAny(OrganisationId organisation) {
    return db.sql(
            "select exists (select from credly_employee where organisation_id = :organisation)")
        .param("organisation", organisation.value())
        .query(Boolean.class)
        .single();
  }

  long count(OrganisationId organisation) {
    return count(organisation, new Wanted(null, List.of(), List.of(), null, List.of()));
  }

  long count(OrganisationId organisation, Wanted wanted) {
    var where = new Where(organisation, wanted);
    return db.sql("select count(*) from credly_employee where " + where.text())
        .params(where.values)
        .query(Long.class)
        .single();
  }

  List<Employee> page(OrganisationId organisation, Wanted wanted, int skip, int limit) {
    var where = new Where(organisation, wanted);
    var order =
        Stream.concat(
                wanted.orders().stream()
                    .map(o -> column(o.by()) + (o.descending() ? " desc" : "") + " nulls last"),
                Stream.of("created_at", "id"))
            .collect(Collectors.joining(", "));
    return db.sql(SELECT + where.text() + " order by " + order + " offset :skip limit :limit")
        .params(where.values)
        .param("skip", skip)
        .param("limit", limit)
        .query(this::employee)
        .list();
  }

  private static String column(Wanted.By by) {
    return switch (by) {
      case ADDRESS -> "address_key";
      case CREATED -> "created_at";
      case FIRST_NAME -> "lower(first_name)";
      case LAST_NAME -> "lower(last_name)";
    };
  }

  void keepLink(UUID employee, String hash, Instant until) {
    db.sql(
            """
            insert into credly_employee_link (token_hash, employee_id, expires_at)
            values (:hash, :employee, :until)
            """)
        .param("hash", hash)
        .param("employee", employee)
        .param("until", time(until))
        .update();
  }

  Optional<UUID> linked(String hash, Instant now) {
    return db.sql(
            "select employee_id from credly_employee_link where token_hash = :hash and expires_at > :now")
        .param("hash", hash)
        .param("now", time(now))
        .query(UUID.class)
        .optional();
  }

  int sweepLinks(Instant now, int most) {
    return db.sql(
            """
            delete from credly_employee_link
             where token_hash = any(array(select token_hash from credly_employee_link
                                           where expires_at <= :now limit :most))
            """)
        .param("now", time(now))
        .param("most", most)
        .update();
  }

  private Employee employee(ResultSet row, int number) throws SQLException {
    var said =
        new Personnel(
            EmailAddress.of(row.getString("address")),
            row.getString("first_name"),
            row.getString("last_name"),
            row.getString("team"),
            json.readValue(row.getString("about"), TEXTS));
    return new Employee(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        said,
        State.valueOf(row.getString("state")),
        row.getObject("state_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("invited_at", OffsetDateTime.class)),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** The conditions of what is wanted. */
  private static final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Where(OrganisationId organisation, Wanted wanted) {
      add("organisation_id = :organisation", "organisation", organisation.value());
      if (wanted.words() != null) {
        add(
            "(concat_ws(' ', first_name, last_name) ilike :words or address ilike :words)",
            "words",
            "%" + wanted.words().replaceAll("([\\\\%_])", "\\\\$1") + "%");
      }
      if (!wanted.states().isEmpty()) {
        add(
            "state = any (:states)",
            "states",
            wanted.states().stream().map(State::name).toArray(String[]::new));
      }
      if (!wanted.teams().isEmpty()) {
        add("lower(team) = any (:teams)", "teams", wanted.teams().toArray(String[]::new));
      }
      var keys = wanted.keys();
      if (keys != null) {
        add("address_key = any (:keys)", "keys", keys.toArray(String[]::new));
      }
    }

    private void add(String condition, String name, Object value) {
      conditions.add(condition);
      values.put(name, value);
    }

    String text() {
      return String.join(" and ", conditions);
    }
  }
}
