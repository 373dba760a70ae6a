package org.insignia.server.platform.web;

/**
 * What an error page says.
 *
 * @param status the HTTP status
 * @param key text key stem: {@code problem.404} has a title and an advice
 * @param detail what the server can say in English beyond that; empty where nothing helps the
 *     reader
 */
public record ProblemPage(int status, String key, String detail) {}
