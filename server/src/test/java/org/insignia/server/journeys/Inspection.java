package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.i18n.Language;

/**
 * Looks at a page in every language, in light and dark, on a phone and on a desk: WCAG 2.2 AA as
 * far as axe-core can tell, nothing wider than the window, one first heading. Keeps a picture of
 * each.
 */
final class Inspection {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private enum Window {
    PHONE(390, 844),
    DESK(1280, 900);

    final int width;
    final int height;

    Window(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private Inspection() {}

  /**
   * Inspects the page that this visitor is on, which must answer a GET; the page is left as it was.
   */
  static void ofEveryLook(Visitor visitor, String name) {
    var page = visitor.page();
    var here = page.url();
    var findings = new ArrayList<String>();
    for (var language : Language.values()) {
      page.navigate(here + (here.contains("?") ? "&" : "?") + "lang=" + language.tag());
      everyWindow(page, name + "-" + language.tag(), findings);
    }
    page.navigate(here);
    assertThat(findings).as(name).isEmpty();
  }

  /** Inspects the page as it stands, for one that answered a form. */
  static void ofThisLook(Visitor visitor, String name) {
    var findings = new ArrayList<String>();
    everyWindow(visitor.page(), name, findings);
    assertThat(findings).as(name).isEmpty();
  }

  private static void everyWindow(Page page, String name, List<String> findings) {
    for (var window : Window.values()) {
      page.setViewportSize(window.width, window.height);
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(
            new Page.EmulateMediaOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        look(
            page,
            String.join("-", name, window.name(), scheme.name()).toLowerCase(java.util.Locale.ROOT),
            findings);
      }
    }
    page.setViewportSize(Window.PHONE.width, Window.PHONE.height);
  }

  private static void look(Page page, String name, List<String> findings) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    for (var broken :
        new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations()) {
      broken
          .getNodes()
          .forEach(node ->
              findings.add(
                  name
                      + ": "
                      + broken.getId()
                      + ": "
                      + node.getFailureSummary()
                      + " "
                      + node.getHtml()));
    }
    if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))) {
      findings.add(name + ": wider than the window");
    }
    if (page.locator("h1").count() != 1) {
      findings.add(name + ": " + page.locator("h1").count() + " first headings");
    }
  }
}
