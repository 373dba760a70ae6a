package org.insignia.server.insights.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A posting.
 *
 * @param language BCP 47 of its text; null where it could not be told
 * @param paragraphs of the description, plain text
 * @param apply address of the page that leads to the employer; empty where it is closed
 * @param back address of the page before; empty where there is none
 */
public record PostingPage(
    String title,
    String employer,
    String where,
    String pay,
    String seniorityKey,
    String type,
    String posted,
    String until,
    @Nullable String language,
    List<String> skills,
    List<String> paragraphs,
    String source,
    String attribution,
    String confirmed,
    String apply,
    String back) {}
