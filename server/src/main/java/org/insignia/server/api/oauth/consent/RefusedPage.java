package org.insignia.server.api.oauth.consent;

/**
 * That a program's request cannot be put to anybody.
 *
 * @param back where to carry the refusal to; empty where that is not sure
 * @param host of it
 */
public record RefusedPage(String error, String detail, String back, String host) {}
