package org.insignia.server.insights.posting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names one posting of one feed. It is made from the feed and the feed's own id (a UUID of version
 * 8), so that reading a feed again finds the same postings and never makes a second of one.
 */
public record PostingId(UUID value) {
  /** The id of the posting that this feed calls {@code sourceId}. */
  public static PostingId of(UUID feed, String sourceId) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(feed.getMostSignificantBits())
              .putLong(feed.getLeastSignificantBits())
              .array());
      var hash = ByteBuffer.wrap(digest.digest(sourceId.getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000;
      long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new PostingId(new UUID(high, low));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
