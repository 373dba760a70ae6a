package org.insignia.server.journeys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a journey in its first way and in one other, which changes from journey to journey; with
 * {@code -Dinsignia.pictures=true} (and in {@code ./dev check}) in all.
 */
final class Walks implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), WalkedEveryWay.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    var ways =
        AnnotationSupport.findAnnotation(context.getTestMethod(), WalkedEveryWay.class)
            .orElseThrow()
            .value();
    if (Boolean.getBoolean("insignia.pictures") || ways.length < 3) {
      return Arrays.stream(ways).map(Walk::new);
    }
    int turn = Math.floorMod(context.getRequiredTestMethod().getName().hashCode(), ways.length - 1);
    return Stream.of(ways[0], ways[1 + turn]).map(Walk::new);
  }

  private record Walk(Way way)
      implements TestTemplateInvocationContext, BeforeEachCallback, AfterEachCallback {
    @Override
    public String getDisplayName(int invocation) {
      return way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      way.begin();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      Way.end();
    }
  }
}
