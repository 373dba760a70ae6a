package org.insignia.server.platform.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes which statements a request puts to the database, if it asks for that by a header. */
public final class Statements {
  /** Any name, by which the statements are asked for afterwards. */
  public static final String HEADER = "X-Test-Statements";

  private static final ConcurrentHashMap<String, List<String>> NOTED = new ConcurrentHashMap<>();
  private static final ThreadLocal<List<String>> HERE = new ThreadLocal<>();

  private Statements() {}

  /** What the request of this name asked the database, in order; it may just be ending. */
  public static List<String> of(String name) {
    Until.holds(() -> NOTED.containsKey(name));
    return List.copyOf(NOTED.get(name));
  }

  @Component
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static final class Noting extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      var name = request.getHeader(HEADER);
      if (name == null) {
        chain.doFilter(request, response);
        return;
      }
      var list = new ArrayList<String>();
      HERE.set(list);
      try {
        chain.doFilter(request, response);
      } finally {
        HERE.remove();
        NOTED.put(name, list);
      }
    }
  }

  @Component
  static final class Listening implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource source && !(bean instanceof Source)
          ? new Source(source)
          : bean;
    }
  }

  /** Hands out connections that note what is prepared on them. */
  private static final class Source extends DelegatingDataSource {
    Source(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
      var connection = super.getConnection();
      return HERE.get() == null ? connection : noting(connection);
    }

    private static Connection noting(Connection connection) {
      return (Connection)
          Proxy.newProxyInstance(
              Statements.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                var here = HERE.get();
                if (here != null && method.getName().startsWith("prepare")) {
                  here.add(String.valueOf(arguments[0]).replaceAll("\\s+", " ").strip());
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
