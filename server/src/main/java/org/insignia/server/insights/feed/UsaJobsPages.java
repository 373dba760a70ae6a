package org.insignia.server.insights.feed;

import java.util.regex.Pattern;

/** The search API of USAJOBS names no next page: there is one as long as pages are full. */
final class UsaJobsPages {
  private static final Pattern SIZE = Pattern.compile("(?i)[?&]ResultsPerPage=(\\d{1,4})");
  private static final Pattern PAGE = Pattern.compile("(?i)([?&]Page=)(\\d{1,4})");

  private UsaJobsPages() {}

  /**
   * @param items on the page at this address
   * @return empty where that was the last
   */
  static String next(String address, int items) {
    var size = SIZE.matcher(address);
    if (!size.find() || items < Integer.parseInt(size.group(1))) {
      return "";
    }
    var page = PAGE.matcher(address);
    return page.find()
        ? page.replaceFirst("$1" + (Integer.parseInt(page.group(2)) + 1))
        : address + "&Page=2";
  }
}
