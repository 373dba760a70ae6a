package org.insignia.server.insights.web;

/**
 * The step out of the site.
 *
 * @param host where it leads, as it is looked up: a name in foreign letters in its ASCII form
 * @param address of the posting at the employer's; empty where it cannot be trusted to be what it
 *     looks like
 * @param back address of the posting here
 */
public record LeavePage(String title, String employer, String host, String address, String back) {}
