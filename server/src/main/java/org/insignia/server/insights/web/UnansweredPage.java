package org.insignia.server.insights.web;

/**
 * What stands where figures would, while the search engine does not answer.
 *
 * @param again the address that was asked for
 */
public record UnansweredPage(String again) {}
