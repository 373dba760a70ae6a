package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.testing.Networks;

/**
 * Somebody with a browser of their own, who reads one language. Everything is found as a person
 * would find it: by the words on it. Complaints of the browser (console errors, requests to
 * elsewhere) fail the journey when it is closed.
 */
final class Visitor implements AutoCloseable {
  private static final Path PICTURES = Path.of("target/screenshots");

  private final BrowserContext context;
  private final Page page;
  private final Texts texts;
  private final Language language;
  private final String baseUrl;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();
  private final boolean scripts;
  private final Keys keys;
  private final boolean byKeyboard = Way.present() == Way.KEYBOARD;

  private Visitor(
      BrowserContext context, Texts texts, Language language, String baseUrl, boolean scripts) {
    this.scripts = scripts;
    this.context = context;
    this.page = context.newPage();
    this.keys = new Keys(page);
    this.texts = texts;
    this.language = language;
    this.baseUrl = baseUrl;
    page.setDefaultTimeout(15_000);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")
          && !message.text().contains("the server responded with a status of 4")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(baseUrl)
          && !request.url().startsWith("data:")
          && elsewhere.stream().noneMatch(request.url()::startsWith)) {
        complaints.add(page.url() + " asked elsewhere: " + request.url());
      }
    });
  }

  /** A visitor with a phone-sized window; walks as the journey is walked. */
  static Visitor with(Browser browser, Texts texts, Language language, String baseUrl) {
    return make(browser, texts, language, baseUrl, Way.present() != Way.NO_SCRIPTS);
  }

  /** A visitor whose browser runs no scripts, except where what is walked by keys is to be seen. */
  static Visitor withoutScripts(Browser browser, Texts texts, Language language, String baseUrl) {
    return make(browser, texts, language, baseUrl, Way.present() == Way.KEYBOARD);
  }

  private static Visitor make(
      Browser browser, Texts texts, Language language, String baseUrl, boolean scripts) {
    var context = browser.newContext(options(language).setJavaScriptEnabled(scripts));
    return new Visitor(context, texts, language, baseUrl, scripts);
  }

  private static Browser.NewContextOptions options(Language language) {
    return new Browser.NewContextOptions()
        .setLocale(language.tag())
        .setViewportSize(390, 844)
        .setReducedMotion(ReducedMotion.REDUCE) // a page that still glides is no place to aim at
        .setExtraHTTPHeaders(Map.of(Networks.HEADER, Networks.fresh()));
  }

  Page page() {
    return page;
  }

  /** Lets a page send it on to addresses that begin so. */
  Visitor mayLeaveFor(String address) {
    elsewhere.add(address);
    return this;
  }

  /** Whether its browser runs scripts: an inspection is one. */
  boolean runsScripts() {
    return scripts;
  }

  /** Goes to a path of the site or to a whole address. */
  Visitor open(String address) {
    page.navigate(address.startsWith("http") ? address : baseUrl + address);
    return this;
  }

  /** The words of a text key in the visitor's language. */
  String words(String key, Object... args) {
    return texts.text(language, key, args);
  }

  /** Types into the field of that label. */
  Visitor type(String labelKey, String value) {
    return enter(
        page.getByLabel(words(labelKey), new Page.GetByLabelOptions().setExact(true)), value);
  }

  /** Types into this field. */
  Visitor enter(String selector, String value) {
    return enter(page.locator(selector), value);
  }

  private Visitor enter(Locator field, String value) {
    if (byKeyboard) {
      keys.type(field, value);
    } else {
      field.fill(value);
    }
    return this;
  }

  /** Chooses this box or button of several. */
  Visitor tick(Locator box) {
    if (byKeyboard) {
      keys.tick(box);
    } else {
      box.check();
    }
    return this;
  }

  /** Presses a button, follows a link, or unfolds what is folded. */
  Visitor use(Locator thing) {
    if (byKeyboard) {
      keys.press(thing);
    } else {
      thing.click();
    }
    return this;
  }

  /** Hands a file to this field; the window in which a file is chosen is the browser's own. */
  Visitor choose(String selector, FilePayload file) {
    var field = page.locator(selector);
    if (byKeyboard) {
      keys.reach(field);
    }
    field.setInputFiles(file);
    return this;
  }

  /** Presses the button with these words. */
  Visitor press(String key, Object... args) {
    return use(page.locator("main").getByRole(AriaRole.BUTTON, byName(words(key, args))).first());
  }

  /** Follows the link with these words. */
  Visitor follow(String key, Object... args) {
    return use(page.locator("main").getByRole(AriaRole.LINK, byName(words(key, args))).first());
  }

  private static Locator.GetByRoleOptions byName(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Sees the page with this heading. */
  Visitor reads(String headingKey, Object... args) {
    page.getByRole(
            AriaRole.HEADING,
            new Page.GetByRoleOptions().setLevel(1).setName(words(headingKey, args)).setExact(true))
        .waitFor();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.tag());
    return this;
  }

  /** Sees the page with these words as its heading. */
  Visitor readsTitle(String title) {
    page.getByRole(
            AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1).setName(title).setExact(true))
        .waitFor();
    return this;
  }

  /** Presses a button of the page's head. */
  Visitor pressInHeader(String key) {
    return use(page.locator("header").getByRole(AriaRole.BUTTON, byName(words(key))));
  }

  /** The words on what has the keyboard. */
  String focused() {
    return page.locator(":focus").innerText();
  }

  /** Whether every picture on the page was loaded and drawn. */
  boolean everyPictureIsThere() {
    return page.locator("img").all().stream()
        .allMatch(picture -> {
          var answer = page.request().get((String) picture.evaluate("img => img.src"));
          return answer.ok()
              && answer.headers().getOrDefault("content-type", "").startsWith("image/");
        });
  }

  /** Sees these words somewhere in the page's content. */
  Visitor sees(String words) {
    page.locator("main").getByText(words).first().waitFor();
    return this;
  }

  /** Is at this path now. */
  Visitor isAt(String path) {
    page.waitForURL(Pattern.compile(Pattern.quote(baseUrl + path) + "([?#].*)?"));
    return this;
  }

  /** Keeps a picture of the whole page under {@code target/screenshots}. */
  Visitor picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    return this;
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
