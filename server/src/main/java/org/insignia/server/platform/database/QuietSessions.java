package org.insignia.server.platform.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * When a session was used last is written down once a minute at most: else each page that is looked
 * at by somebody who is signed in would wait for the disk.
 */
@Configuration(proxyBeanMethods = false)
class QuietSessions {
  /** The parameters stand in the order in which Spring Session sets them. */
  private static final String UPDATE =
      """
      update %TABLE_NAME% s
         set session_id = n.session_id, last_access_time = n.used, max_inactive_interval = n.rests,
             expiry_time = n.ends, principal_name = n.principal
        from (select cast(? as char(36)) as session_id, cast(? as bigint) as used, cast(? as integer) as rests,
                     cast(? as bigint) as ends, cast(? as varchar) as principal, cast(? as char(36)) as id) n
       where s.primary_id = n.id
         and (s.session_id <> n.session_id or s.max_inactive_interval <> n.rests
              or s.principal_name is distinct from n.principal
              or s.last_access_time <= n.used - 60000)
      """;

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> writesSeldom() {
    return sessions -> sessions.setUpdateSessionQuery(UPDATE);
  }
}
