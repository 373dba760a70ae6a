package org.insignia.server.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Connections to the database, for which only so many wait. Whoever comes when as many wait already
 * is told at once, and the others are served in a time in which somebody still reads the answer.
 */
final class BoundedPool extends HikariDataSource {
  private final int mostWaiting;

  BoundedPool(HikariConfig config, int mostWaiting) {
    super(config);
    this.mostWaiting = mostWaiting;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (waiting() >= mostWaiting) {
      throw new SQLTransientConnectionException(
          mostWaiting + " wait for a connection to the database already");
    }
    return super.getConnection();
  }

  /** How many wait for a connection. */
  int waiting() {
    var pool = getHikariPoolMXBean();
    return pool == null ? 0 : pool.getThreadsAwaitingConnection();
  }
}
