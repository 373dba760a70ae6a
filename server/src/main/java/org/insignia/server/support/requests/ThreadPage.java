package org.insignia.server.support.requests;

/**
 * A thread for who asked.
 *
 * @param path under which its forms are sent
 * @param unconfirmed whether it still has to be sent to staff
 * @param listed whether there is a list of own requests to go back to
 * @param words what was typed
 * @param problem what is wrong with it; empty: nothing
 * @param done what was done just now, in words; empty: nothing
 */
public record ThreadPage(
    ThreadView thread,
    String path,
    boolean unconfirmed,
    boolean listed,
    String words,
    String problem,
    String done) {}
