package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/**
 * A page under the fingers of somebody who has no pointer. Each step fails where the keyboard does
 * not lead to a thing, where it cannot be seen what has it, or where a page does not offer to skip
 * what comes before its content.
 */
final class Keys {
  private static final int FARTHEST = 120;
  private static final double PATIENCE = 5_000;

  private static final String WHERE =
      """
      target => {
        const here = document.activeElement;
        if (here === target) return 'there';
        if (here && here.classList.contains('in-skip')) return 'skip';
        return '';
      }\
      """;
  private static final String SEEN =
      """
      target => {
        const framed = s =>
            s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 || s.boxShadow !== 'none';
        const drawn = e => framed(getComputedStyle(e)) || framed(getComputedStyle(e, '::after'));
        const around = [target, target.parentElement, ...(target.labels || [])];
        const place = target.getBoundingClientRect();
        return target.matches(':focus-visible') && around.some(drawn)
            && place.bottom > 0 && place.top < innerHeight;
      }\
      """;
  private static final String STOP_OF_ITS_GROUP =
      """
      target => {
        if (target.type !== 'radio') return target;
        const group = [...document.querySelectorAll(`input[type=radio][name="${target.name}"]`)]
            .filter(r => r.form === target.form && !r.disabled);
        return group.find(r => r.checked) || group[0];
      }\
      """;
  private static final String LEADS_ELSEWHERE =
      """
      e => e.matches('button:not([type=button]), input[type=submit], a[href]:not([href^="#"]):not([target]):not([download])')\
      """;
  private static final String OTHER_PAGE =
      "before => performance.timeOrigin !== before && document.readyState !== 'loading'";

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  /** Presses Tab until this has the keyboard. */
  void reach(Locator target) {
    target.waitFor();
    reach(target.elementHandle());
  }

  private void reach(ElementHandle target) {
    assertThat(page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count())
        .as("an order of its own at " + page.url())
        .isZero();
    boolean fresh =
        Boolean.TRUE.equals(
            page.evaluate("document.activeElement === document.body && !location.hash"));
    boolean inMain = Boolean.TRUE.equals(target.evaluate("e => !!e.closest('main')"));
    for (int step = 0; step < FARTHEST; step++) {
      if ("there".equals(target.evaluate(WHERE))) {
        seen(target);
        return;
      }
      page.keyboard().press("Tab");
      boolean skip = "skip".equals(target.evaluate(WHERE));
      if (fresh && step == 0) {
        assertThat(skip).as("a way past the head of " + page.url()).isTrue();
      }
      if (skip && inMain) {
        page.keyboard().press("Enter");
      }
    }
    throw new AssertionError(
        "no way by keyboard to " + target.evaluate("e => e.outerHTML") + " at " + page.url());
  }

  /** The page may still be scrolling to it, or fading its frame in. */
  private void seen(ElementHandle target) {
    try {
      page.waitForFunction(SEEN, target, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
    } catch (TimeoutError never) {
      throw new AssertionError(
          "it is not seen that the keyboard is on "
              + target.evaluate(
                  "e => e.outerHTML + ' ' + getComputedStyle(e).outline + ' '"
                      + " + e.matches(':focus-visible') + ' ' + JSON.stringify(e.getBoundingClientRect())")
              + " at "
              + page.url(),
          never);
    }
  }

  /** Presses Enter on a button, a link or a summary, and waits where it leads to another page. */
  void press(Locator target) {
    reach(target);
    var element = target.elementHandle();
    boolean leaves = Boolean.TRUE.equals(element.evaluate(LEADS_ELSEWHERE));
    var before = page.evaluate("performance.timeOrigin");
    page.keyboard().press("Enter");
    if (leaves) {
      try {
        page.waitForFunction(
            OTHER_PAGE, before, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
      } catch (TimeoutError stayed) {
        // A download, or a script that did it in place: what the journey looks for next tells.
      }
    }
  }

  /** Writes into a field instead of what is in it. */
  void type(Locator field, String text) {
    reach(field);
    page.keyboard().press("Control+A");
    page.keyboard().press("Delete");
    page.keyboard().insertText(text);
  }

  /** Chooses one of several by arrows, or ticks a box by Space. */
  void tick(Locator box) {
    var target = box.elementHandle();
    reach(target.evaluateHandle(STOP_OF_ITS_GROUP).asElement());
    if (Boolean.TRUE.equals(target.evaluate("e => e.checked"))) {
      return;
    }
    if ("checkbox".equals(target.getAttribute("type"))) {
      page.keyboard().press("Space");
    }
    for (int i = 0; i < 10 && !box.isChecked(); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(box.isChecked()).as("ticked by keyboard").isTrue();
  }
}
