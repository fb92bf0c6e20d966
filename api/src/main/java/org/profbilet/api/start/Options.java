package org.profbilet.api.start;

import java.util.List;

/**
 * What follows {@code deploy/run}.
 *
 * @param demo an empty database gets the demo union, else the first administrator is asked for
 * @param tls serve HTTPS with a self-signed certificate
 */
record Options(boolean demo, boolean tls) {

  private static final String NO_DEMO = "--no-demo";
  private static final String TLS = "--tls";

  static Options of(String... arguments) {
    List<String> given = List.of(arguments);
    given.stream()
        .filter(argument -> !argument.equals(NO_DEMO) && !argument.equals(TLS))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new StartRefused(
                  "Непонятно: %s. Есть %s (пустой профсоюз) и %s (HTTPS со своим сертификатом)."
                      .formatted(unknown, NO_DEMO, TLS));
            });
    return new Options(!given.contains(NO_DEMO), given.contains(TLS));
  }
}
