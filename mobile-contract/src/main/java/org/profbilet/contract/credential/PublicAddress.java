package org.profbilet.contract.credential;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address under which the union's server is known to phones, for example {@code
 * https://profbilet.example}: issuer of credentials and beginning of every QR.
 *
 * @param value scheme and host with an optional port, lower case, without a path; the host with its
 *     port has at most 20 characters, because a QR of version 9 has room for no more
 */
public record PublicAddress(String value) {

  /** The greatest length of a host together with its port. */
  public static final int HOST_LIMIT = 20;

  private static final Pattern FORM =
      Pattern.compile("(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?)");

  public PublicAddress {
    Matcher form = FORM.matcher(value);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a public address is http(s)://host or http(s)://host:port in lower case, without a path");
    }
    if (form.group(2).length() > HOST_LIMIT) {
      throw new IllegalArgumentException(
          "the host of the public address, with its port, has more than 20 characters");
    }
  }

  /** Host and port. */
  public String host() {
    return value.substring(value.indexOf("://") + 3);
  }

  /** Beginning of a QR text: capitals, because a QR stores them in less room. */
  public String inCapitals() {
    return value.toUpperCase(Locale.ROOT);
  }

  /** Where the status list with this number is served. */
  public String statusListUri(int list) {
    return value + "/sl/" + list;
  }
}
