package org.profbilet.contacts;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.regex.Pattern;

/** One e-mail address, in lower case. Only its shape is checked; nothing is sent to try it. */
@Serdeable
public record EmailAddress(String value) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]{1,23}");

  public EmailAddress {
    if (!isValid(value) || !value.equals(value.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("an e-mail address reads name@host.domain in lower case");
    }
  }

  public static boolean isValid(String text) {
    return text.length() <= 254
        && SHAPE.matcher(text).matches()
        && !text.contains("..")
        && !text.startsWith(".")
        && !text.contains(".@");
  }

  public static EmailAddress of(String text) {
    return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "***@" + value.substring(value.indexOf('@') + 1);
  }
}
