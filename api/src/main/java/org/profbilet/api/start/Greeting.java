package org.profbilet.api.start;

import java.security.GeneralSecurityException;

/** Says on the server's own screen where the pages are and how to come in. */
final class Greeting {

  private Greeting() {}

  static void print(Addresses addresses, boolean demo) {
    System.out.printf(
        """

        Профбилет работает: %s
          стол председателя и сотрудников  %1$s/desk
          билет члена Профсоюза            %1$s/ticket
          вход на мероприятие              %1$s/door
        """,
        addresses.publicUrl());
    if (!addresses.publicUrl().endsWith(":" + addresses.port())) {
      System.out.printf(
          "Сам сервер слушает %s:%d; наружу его показывает прокси.%n",
          addresses.host(), addresses.port());
    }
    if (demo) {
      System.out.println(DemoUnion.logins());
    }
    System.out.flush();
  }

  static void printFingerprint(Certificate certificate) throws GeneralSecurityException {
    System.out.printf(
        """

        HTTPS со своим сертификатом: браузер предупредит один раз. Сверьте отпечаток SHA-256:
          %s
        Чтобы телефон не предупреждал и билет открывался без сети, установите на него файл
          %s
        """,
        certificate.fingerprint(), certificate.file());
  }
}
