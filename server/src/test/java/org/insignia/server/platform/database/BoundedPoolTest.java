package org.insignia.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BoundedPoolTest {
  @Autowired DatabaseConfiguration.Store store;

  @Test
  void who_finds_as_many_waiting_as_may_is_told_at_once_and_the_waiting_are_served()
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new BoundedPool(ofOne(), 2)) {
      var held = pool.getConnection();
      var first = threads.submit(() -> served(pool));
      var second = threads.submit(() -> served(pool));
      Until.holds(() -> pool.waiting() == 2);

      assertThatThrownBy(pool::getConnection)
          .isInstanceOf(SQLTransientConnectionException.class)
          .hasMessageContaining("2 wait");

      held.close();
      assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(served(pool)).isTrue();
    }
  }

  private static boolean served(BoundedPool pool) {
    try (var connection = pool.getConnection()) {
      return connection.isValid(5);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private HikariConfig ofOne() {
    var config = new HikariConfig();
    config.setJdbcUrl(store.url());
    config.setUsername(store.user());
    config.setPassword(store.password());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(30_000);
    return config;
  }
}
