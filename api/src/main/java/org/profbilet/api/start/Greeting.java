package org.profbilet.api.start;

import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;

/** Says on the server's own screen where the pages are and how to come in. */
@Singleton
class Greeting {

  private final String publicUrl;

  Greeting(@Value("${profbilet.public-url}") String publicUrl) {
    this.publicUrl = publicUrl;
  }

  void print(EmbeddedServer server, boolean demo) {
    System.out.printf(
        """

        Профбилет работает: %s
          стол председателя и сотрудников  %s/desk
          билет члена Профсоюза            %s/ticket
          вход на мероприятие              %s/door
        """,
        server.getURL(), publicUrl, publicUrl, publicUrl);
    if (demo) {
      System.out.println(DemoUnion.logins());
    }
    System.out.flush();
  }
}
