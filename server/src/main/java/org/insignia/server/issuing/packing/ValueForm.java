package org.insignia.server.issuing.packing;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;
import org.jspecify.annotations.Nullable;

/**
 * The short forms of values. Their order is their number in stored documents: add, never change.
 */
enum ValueForm {
  /** UTF-8 with its length. */
  TEXT {
    @Override
    byte[] shorten(String value) {
      return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    String lengthen(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  },
  /** Multibase base58btc, as signatures are written. */
  BASE58 {
    @Override
    byte @Nullable [] shorten(String value) {
      if (value.length() < 60 || value.length() > 130 || value.charAt(0) != 'z') {
        return null;
      }
      try {
        return Multibase.decode(value).toArray();
      } catch (MalformedCredential e) {
        return null;
      }
    }

    @Override
    String lengthen(byte[] bytes) {
      return Multibase.base58btc(Bytes.wrap(bytes));
    }
  },
  /** An identity hash. */
  SHA256 {
    private static final String PREFIX = "sha256$";

    @Override
    byte @Nullable [] shorten(String value) {
      if (!value.startsWith(PREFIX) || value.length() != PREFIX.length() + 64) {
        return null;
      }
      try {
        return HexFormat.of().parseHex(value.substring(PREFIX.length()));
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    @Override
    String lengthen(byte[] bytes) {
      return PREFIX + HexFormat.of().formatHex(bytes);
    }
  },
  /** A moment in whole seconds. */
  MOMENT {
    @Override
    byte @Nullable [] shorten(String value) {
      if (value.length() != 20 || !value.endsWith("Z")) {
        return null;
      }
      try {
        return number(Instant.parse(value).getEpochSecond());
      } catch (DateTimeException e) {
        return null;
      }
    }

    @Override
    String lengthen(byte[] bytes) {
      return Instant.ofEpochSecond(number(bytes)).toString();
    }
  },
  UNIQUE_ID {
    @Override
    byte @Nullable [] shorten(String value) {
      if (value.length() != 36) {
        return null;
      }
      try {
        UUID id = UUID.fromString(value);
        return ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    @Override
    String lengthen(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return new UUID(in.getLong(), in.getLong()).toString();
    }
  },
  NUMBER {
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,17}");

    @Override
    byte @Nullable [] shorten(String value) {
      return DIGITS.matcher(value).matches() ? number(Long.parseLong(value)) : null;
    }

    @Override
    String lengthen(byte[] bytes) {
      return Long.toString(number(bytes));
    }
  },
  /** Base64 for URLs, as salts are written. */
  BASE64 {
    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{8,48}");

    @Override
    byte @Nullable [] shorten(String value) {
      if (!SALT.matcher(value).matches()) {
        return null;
      }
      try {
        return Base64.getUrlDecoder().decode(value);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    @Override
    String lengthen(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  };

  private static final ValueForm[] FORMS = values();
  private static final int LONG_LENGTH = 31;

  /** The bytes, or null where this form is not the value's. */
  abstract byte @Nullable [] shorten(String value);

  abstract String lengthen(byte[] bytes);

  /** Writes form and length in one byte where the length is under 31, then the bytes. */
  static void write(byte[] value, ByteArrayOutputStream out) {
    String text = new String(value, StandardCharsets.UTF_8);
    int form = 0;
    byte[] shortest = value;
    for (int i = 1; i < FORMS.length; i++) {
      byte[] bytes = FORMS[i].shorten(text);
      // A form that does not give the same back, as for another spelling, is not taken.
      if (bytes != null
          && bytes.length < shortest.length
          && FORMS[i].lengthen(bytes).equals(text)) {
        form = i;
        shortest = bytes;
      }
    }
    out.write(form << 5 | Math.min(shortest.length, LONG_LENGTH));
    if (shortest.length >= LONG_LENGTH) {
      byte[] length = number(shortest.length);
      out.write(length.length);
      out.writeBytes(length);
    }
    out.writeBytes(shortest);
  }

  static byte[] read(ByteBuffer in) {
    int head = in.get() & 0xff;
    long length = head & LONG_LENGTH;
    if (length == LONG_LENGTH) {
      length = number(bytes(in, in.get() & 0xff));
    }
    byte[] bytes = bytes(in, length);
    int form = head >> 5;
    if (form >= FORMS.length) {
      throw new IllegalArgumentException("form " + form);
    }
    return form == 0 ? bytes : FORMS[form].lengthen(bytes).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in, long length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }

  /** Two's complement, as short as it can be. */
  private static byte[] number(long value) {
    return java.math.BigInteger.valueOf(value).toByteArray();
  }

  private static long number(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > 8) {
      throw new IllegalArgumentException("number of " + bytes.length + " bytes");
    }
    return new java.math.BigInteger(bytes).longValue();
  }
}
