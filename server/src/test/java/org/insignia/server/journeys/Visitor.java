package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;

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
  private final boolean scripts;

  private Visitor(
      BrowserContext context, Texts texts, Language language, String baseUrl, boolean scripts) {
    this.scripts = scripts;
    this.context = context;
    this.page = context.newPage();
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
      if (!request.url().startsWith(baseUrl) && !request.url().startsWith("data:")) {
        complaints.add(page.url() + " asked elsewhere: " + request.url());
      }
    });
  }

  /** A visitor with a phone-sized window. */
  static Visitor with(Browser browser, Texts texts, Language language, String baseUrl) {
    return new Visitor(browser.newContext(options(language)), texts, language, baseUrl, true);
  }

  /** A visitor whose browser runs no scripts. */
  static Visitor withoutScripts(Browser browser, Texts texts, Language language, String baseUrl) {
    return new Visitor(
        browser.newContext(options(language).setJavaScriptEnabled(false)),
        texts,
        language,
        baseUrl,
        false);
  }

  private static Browser.NewContextOptions options(Language language) {
    return new Browser.NewContextOptions().setLocale(language.tag()).setViewportSize(390, 844);
  }

  Page page() {
    return page;
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
    page.getByLabel(words(labelKey), new Page.GetByLabelOptions().setExact(true)).fill(value);
    return this;
  }

  /** Presses the button with these words. */
  Visitor press(String key, Object... args) {
    page.locator("main").getByRole(AriaRole.BUTTON, byName(words(key, args))).first().click();
    return this;
  }

  /** Follows the link with these words. */
  Visitor follow(String key, Object... args) {
    page.locator("main").getByRole(AriaRole.LINK, byName(words(key, args))).first().click();
    return this;
  }

  private static com.microsoft.playwright.Locator.GetByRoleOptions byName(String name) {
    return new com.microsoft.playwright.Locator.GetByRoleOptions().setName(name).setExact(true);
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
    page.locator("header").getByRole(AriaRole.BUTTON, byName(words(key))).click();
    return this;
  }

  /** The words on what has the keyboard. */
  String focused() {
    return page.locator(":focus").innerText();
  }

  /** Whether every picture on the page was loaded and drawn. */
  boolean everyPictureIsThere() {
    return page.locator("img").all().stream()
        .allMatch(picture -> {
          var answer = page.request().get(baseUrl + picture.getAttribute("src"));
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
