package org.insignia.server.platform.database;

import com.zaxxer.hikari.HikariConfig;
import java.net.URI;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.insignia.server.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class DatabaseConfiguration {
  private static final int CONNECTIONS = 20;

  /**
   * Spring closes beans in reverse order, so the embedded database outlives the pool and everything
   * above it.
   */
  @Bean(destroyMethod = "close")
  Store store(Settings settings) {
    var url = settings.databaseUrl();
    if (url == null || url.isBlank()) {
      var embedded = EmbeddedDatabase.open(settings.dataFolder().resolve("database"));
      return new Store(embedded.url(), embedded.user(), embedded.password(), embedded);
    }
    return Store.external(url);
  }

  /** Where the tables are; {@code embedded} is closed with the server where it is ours. */
  record Store(String url, String user, String password, AutoCloseable embedded)
      implements AutoCloseable {
    static Store external(String url) {
      if (url.startsWith("jdbc:")) {
        return new Store(url, "", "", () -> {});
      }
      var uri = URI.create(url);
      var userInfo =
          uri.getUserInfo() == null ? new String[] {""} : uri.getUserInfo().split(":", 2);
      var port = uri.getPort() < 0 ? 5432 : uri.getPort();
      var query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
      return new Store(
          "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query,
          userInfo[0],
          userInfo.length > 1 ? userInfo[1] : "",
          () -> {});
    }

    @Override
    public void close() throws Exception {
      embedded.close();
    }
  }

  @Bean(destroyMethod = "close")
  DataSource dataSource(Store store) {
    var config = new HikariConfig();
    config.setPoolName("insignia");
    config.setJdbcUrl(store.url());
    if (!store.user().isEmpty()) {
      config.setUsername(store.user());
      config.setPassword(store.password());
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(8_000);
    config.setDataSourceProperties(driverProperties());
    var pool = new BoundedPool(config, 10 * CONNECTIONS);
    Migrations.run(pool);
    return pool;
  }

  private static Properties driverProperties() {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "insignia");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  @Bean
  JdbcClient jdbcClient(DataSource database) {
    return JdbcClient.create(database);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource database) {
    return new JdbcTransactionManager(database);
  }

  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
