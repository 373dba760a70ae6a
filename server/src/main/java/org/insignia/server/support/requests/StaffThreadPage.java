package org.insignia.server.support.requests;

/**
 * A thread for staff.
 *
 * @param base path of the queue
 * @param path under which its forms are sent
 * @param name who asks
 * @param address where they are reached; empty: nowhere any more
 * @param account whether they have an account
 * @param checkPath the check of what is missing; empty where nothing is
 * @param assignee who sees to it; empty: nobody
 * @param mine whether that is who reads
 */
public record StaffThreadPage(
    ThreadView thread,
    String base,
    String path,
    String house,
    String name,
    String address,
    boolean account,
    String checkPath,
    String assignee,
    boolean mine,
    String words,
    String problem,
    String done) {}
