package org.insignia.bench.postings;

import java.util.List;

/**
 * A posting nobody wrote.
 *
 * @param skills names, the most asked for most often
 * @param seniority INTERN, JUNIOR, MID, SENIOR, STAFF, MANAGEMENT or UNSTATED
 * @param low yearly pay at least; 0 where none is stated
 * @param daysAgo when it was posted
 */
public record InventedPosting(
    int number,
    String title,
    String employer,
    String country,
    String region,
    String city,
    boolean remote,
    String seniority,
    List<String> skills,
    String currency,
    long low,
    long high,
    int daysAgo) {
  public InventedPosting {
    skills = List.copyOf(skills);
  }
}
