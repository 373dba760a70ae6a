package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.i18n.Language;

/**
 * Looks at a page as everybody may see it: WCAG 2.2 AA as far as axe-core can tell, nothing wider
 * than the window, one first heading. With {@code -Dinsignia.pictures=true} (and in {@code ./dev
 * check}) that is in every language, in light and dark, on a phone and on a desk, and a picture of
 * each look is kept. Else it is English in light and dark, on a phone and on a desk, and of one
 * other language, which changes from page to page, what other words can break: how wide the page
 * is.
 */
final class Inspection {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** All that the dark can break. */
  private static final List<String> CONTRAST = List.of("color-contrast");

  private static final boolean EVERYTHING = Boolean.getBoolean("insignia.pictures");

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

  /** A journey is inspected once, however many ways it is walked. */
  private static boolean isOff() {
    return Way.present() != Way.POINTER;
  }

  /**
   * Inspects the page that this visitor is on, which must answer a GET; the page is left as it was.
   */
  static void ofEveryLook(Visitor visitor, String name) {
    if (isOff()) {
      return;
    }
    assertThat(visitor.runsScripts()).as("axe-core needs scripts to run").isTrue();
    var page = visitor.page();
    var here = page.url();
    var findings = new ArrayList<String>();
    var plain = here.replaceFirst("lang=[^&]*&?", "").replaceFirst("[?&]$", "");
    for (var language : EVERYTHING ? List.of(Language.values()) : List.of(Language.EN)) {
      page.navigate(plain + asking(plain, language));
      everyWindow(page, name + "-" + language.tag(), RULES, findings);
    }
    if (!EVERYTHING) {
      page.navigate(plain + asking(plain, otherOf(name)));
      everyWidth(page, name + "-" + otherOf(name).tag(), findings);
    }
    page.navigate(here);
    assertThat(findings).as(name).isEmpty();
  }

  private static String asking(String plain, Language language) {
    return (plain.contains("?") ? "&" : "?") + "lang=" + language.tag();
  }

  /** The language beside English in which this page is looked at in each run. */
  private static Language otherOf(String name) {
    var others = List.of(Language.ES, Language.PT_BR, Language.ZH_CN, Language.IT);
    return others.get(Math.floorMod(name.hashCode(), others.size()));
  }

  /** Inspects the page as it stands, for one that answered a form. */
  static void ofThisLook(Visitor visitor, String name) {
    if (isOff()) {
      return;
    }
    var findings = new ArrayList<String>();
    everyWindow(visitor.page(), name, RULES, findings);
    assertThat(findings).as(name).isEmpty();
  }

  /** Inspects the HTML part of a mail, which is no page and has no landmarks. */
  static void ofMail(Visitor visitor, String name) {
    if (isOff()) {
      return;
    }
    var findings = new ArrayList<String>();
    everyWindow(visitor.page(), name, RULES.subList(0, RULES.size() - 1), findings);
    assertThat(findings).as(name).isEmpty();
  }

  /** The dark breaks contrasts at the most, so it is asked for no more. */
  private static void everyWindow(
      Page page, String name, List<String> rules, List<String> findings) {
    var first = Window.values()[Math.floorMod(name.hashCode(), Window.values().length)];
    for (var window : Window.values()) {
      if (EVERYTHING || window == first) {
        look(page, window, ColorScheme.LIGHT, name, findings);
        ask(axe(page).withTags(rules), name + " " + window, findings);
      }
      if (EVERYTHING || window != first) {
        look(page, window, ColorScheme.DARK, name, findings);
        ask(axe(page).withRules(CONTRAST), name + " " + window + " dark", findings);
      }
    }
    asUsual(page);
  }

  private static void everyWidth(Page page, String name, List<String> findings) {
    for (var window : Window.values()) {
      look(page, window, ColorScheme.LIGHT, name, findings);
    }
    asUsual(page);
  }

  private static void asUsual(Page page) {
    page.setViewportSize(Window.PHONE.width, Window.PHONE.height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private static void look(
      Page page, Window window, ColorScheme scheme, String of, List<String> findings) {
    page.setViewportSize(window.width, window.height);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    var name =
        String.join("-", of, window.name(), scheme.name()).toLowerCase(java.util.Locale.ROOT);
    if (EVERYTHING) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
    if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))) {
      findings.add(name + ": wider than the window");
    }
    if (page.locator("h1").count() != 1) {
      findings.add(name + ": " + page.locator("h1").count() + " first headings");
    }
  }

  private static AxeBuilder axe(Page page) {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options);
  }

  private static void ask(AxeBuilder axe, String name, List<String> findings) {
    for (var broken : axe.analyze().getViolations()) {
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
  }
}
