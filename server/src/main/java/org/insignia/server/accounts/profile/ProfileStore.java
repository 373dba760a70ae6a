package org.insignia.server.accounts.profile;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile.Visibility;
import org.insignia.server.platform.i18n.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of profiles and of the addresses they had. */
@Repository
final class ProfileStore {
  /** A person of an account that was merged into another has no profile. */
  private static final String SELECT =
      """
      select p.id, p.name, p.vanity, p.language, p.since, f.headline, f.visibility, f.listed, i.hash,
             array(select l.url from profile_link l where l.person_id = p.id order by l.place) as links
        from person p
        join profile f on f.person_id = p.id
        left join profile_photo i on i.person_id = p.id
       where p.merged_into is null
      """;

  private final JdbcClient db;

  ProfileStore(JdbcClient db) {
    this.db = db;
  }

  void open(PersonId person) {
    db.sql("insert into profile (person_id) values (:id)").param("id", person.value()).update();
  }

  Optional<Profile> find(PersonId person) {
    return db.sql(SELECT + " and p.id = :id")
        .param("id", person.value())
        .query(ProfileStore::profile)
        .optional();
  }

  List<Profile> of(Collection<PersonId> people) {
    return db.sql(SELECT + " and p.id = any(:ids)")
        .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(ProfileStore::profile)
        .list();
  }

  Optional<Profile> findByVanity(String vanity) {
    return db.sql(SELECT + " and p.vanity = :vanity")
        .param("vanity", vanity)
        .query(ProfileStore::profile)
        .optional();
  }

  /**
   * @param pattern for {@code ilike}, with its wildcards escaped by a backslash
   */
  List<Profile> listed(String pattern, int skip, int limit) {
    return db.sql(
            SELECT
                + """
                   and f.listed and (p.name ilike :pattern or f.headline ilike :pattern)
                 order by lower(p.name), p.id
                offset :skip limit :limit
                """)
        .param("pattern", pattern)
        .param("skip", skip)
        .param("limit", limit)
        .query(ProfileStore::profile)
        .list();
  }

  void change(PersonId person, String name, String vanity, Language language) {
    db.sql("update person set name = :name, vanity = :vanity, language = :language where id = :id")
        .param("name", name)
        .param("vanity", vanity)
        .param("language", language.tag())
        .param("id", person.value())
        .update();
  }

  void write(PersonId person, String headline, List<ProfileLink> links) {
    db.sql("update profile set headline = :headline where person_id = :id")
        .param("headline", headline)
        .param("id", person.value())
        .update();
    db.sql("delete from profile_link where person_id = :id").param("id", person.value()).update();
    db.sql(
            """
            insert into profile_link (person_id, place, url)
            select :id, t.place - 1, t.url from unnest(cast(:urls as text[])) with ordinality as t(url, place)
            """)
        .param("id", person.value())
        .param("urls", links.stream().map(l -> l.url().toString()).toArray(String[]::new))
        .update();
  }

  void show(PersonId person, Visibility visibility, boolean listed) {
    db.sql("update profile set visibility = :visibility, listed = :listed where person_id = :id")
        .param("visibility", visibility.name())
        .param("listed", listed)
        .param("id", person.value())
        .update();
  }

  /** Whether this address leads, or led, to somebody else. */
  boolean isElsewhere(String vanity, PersonId person) {
    return db.sql(
            """
            select exists (select 1 from person where vanity = :vanity and id <> :id)
                or exists (select 1 from former_vanity where vanity = :vanity and person_id <> :id)
            """)
        .param("vanity", vanity)
        .param("id", person.value())
        .query(Boolean.class)
        .single();
  }

  void leave(String vanity, PersonId person, Instant now) {
    db.sql(
            """
            insert into former_vanity (vanity, person_id, left_at) values (:vanity, :id, :now)
            on conflict (vanity) do update set left_at = excluded.left_at
            """)
        .param("vanity", vanity)
        .param("id", person.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void takeBack(String vanity, PersonId person) {
    db.sql("delete from former_vanity where vanity = :vanity and person_id = :id")
        .param("vanity", vanity)
        .param("id", person.value())
        .update();
  }

  Optional<Profile> findByFormerVanity(String vanity) {
    return db.sql(
            SELECT
                + """
                   and p.id in (select coalesce(g.merged_into, g.id)
                                  from person g
                                 where g.id = (select v.person_id from former_vanity v where v.vanity = :vanity)
                                    or g.vanity = :vanity and g.merged_into is not null)
                """)
        .param("vanity", vanity)
        .query(ProfileStore::profile)
        .optional();
  }

  private static Profile profile(ResultSet row, int number) throws SQLException {
    var person =
        new Person(
            new PersonId(row.getObject("id", UUID.class)),
            row.getString("name"),
            row.getString("vanity"),
            Language.of(row.getString("language")),
            row.getTimestamp("since").toInstant());
    return new Profile(
        person,
        row.getString("headline"),
        links(row.getArray("links")),
        row.getString("hash"),
        Visibility.valueOf(row.getString("visibility")),
        row.getBoolean("listed"));
  }

  private static List<ProfileLink> links(Array urls) throws SQLException {
    return Arrays.stream((String[]) urls.getArray())
        .map(url -> new ProfileLink(URI.create(url)))
        .toList();
  }
}
