package org.profbilet.api.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import org.profbilet.contract.credential.PublicAddress;

/**
 * Where the server listens and how phones call it, from {@code PROFBILET_HOST}, {@code _PORT},
 * {@code _MANAGEMENT_PORT} and {@code _PUBLIC_URL}. On loopback only, unless told otherwise.
 *
 * @param publicUrl the one source of the issuer, of QR codes and of links
 */
record Addresses(String host, int port, int managementPort, String publicUrl) {

  Addresses {
    requirePort("PROFBILET_PORT", port);
    requirePort("PROFBILET_MANAGEMENT_PORT", managementPort);
    if (port == managementPort) {
      throw new StartRefused(
          "PROFBILET_PORT и PROFBILET_MANAGEMENT_PORT совпадают (%d): задайте разные."
              .formatted(port));
    }
    requireFitForQr(publicUrl);
  }

  static Addresses from(Map<String, String> settings, boolean tls) {
    String host = settings.getOrDefault("PROFBILET_HOST", "127.0.0.1");
    int port = number(settings, "PROFBILET_PORT", tls ? 8443 : 8080);
    String known = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
    return new Addresses(
        host,
        port,
        number(settings, "PROFBILET_MANAGEMENT_PORT", 8081),
        settings.getOrDefault(
            "PROFBILET_PUBLIC_URL", (tls ? "https" : "http") + "://" + known + ":" + port));
  }

  /** Says so before anything else is started, when another program listens there. */
  void requireFree() {
    requireFree("PROFBILET_PORT", port);
    requireFree("PROFBILET_MANAGEMENT_PORT", managementPort);
  }

  Map<String, Object> properties() {
    return Map.of(
        "micronaut.server.host", host,
        "micronaut.server.port", port,
        "endpoints.all.port", managementPort,
        "profbilet.public-url", publicUrl);
  }

  private void requireFree(String variable, int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), wanted));
    } catch (UnknownHostException e) {
      throw new StartRefused(
          "PROFBILET_HOST=%s: такого адреса нет. Укажите адрес этого компьютера, например 127.0.0.1."
              .formatted(host));
    } catch (IOException e) {
      throw new StartRefused(
          "Порт %d на %s занят или недоступен. Остановите программу, которая его держит, или задайте другой: %s=%d."
              .formatted(wanted, host, variable, wanted + 10));
    }
  }

  private static int number(Map<String, String> settings, String variable, int otherwise) {
    String value = settings.get(variable);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw notAPort(variable, value);
    }
  }

  private static void requirePort(String variable, int port) {
    if (port < 1 || port > 65_535) {
      throw notAPort(variable, Integer.toString(port));
    }
  }

  private static StartRefused notAPort(String variable, String value) {
    return new StartRefused("%s=%s: нужен номер порта от 1 до 65535.".formatted(variable, value));
  }

  private static void requireFitForQr(String publicUrl) {
    try {
      new PublicAddress(publicUrl);
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          """
          PROFBILET_PUBLIC_URL=%s не подходит. Нужно https://имя или https://имя:порт: строчными буквами, без пути,
          имя вместе с портом не длиннее %d знаков — больше не помещается в QR-код билета. Например https://bilet.example.ru"""
              .formatted(publicUrl, PublicAddress.HOST_LIMIT));
    }
  }
}
