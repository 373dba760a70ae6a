package org.insignia.server.insights.web;

/**
 * The end of mails about a kept search.
 *
 * @param base path of the link
 */
public record AlertStopPage(String name, String base, boolean stopped) {}
