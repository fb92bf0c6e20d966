package org.profbilet.api.start;

import io.micronaut.context.ApplicationContext;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.profbilet.accounts.ForgetSecondFactor;
import org.profbilet.accounts.HandOutAccount;

/**
 * For the last administrator of the centre, above whom nobody stands: whoever may work on the
 * server lets a login begin its second step anew. {@code deploy/reset-second-factor LOGIN}
 */
final class ForgetSecondStep {

  private ForgetSecondStep() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(new Locale("ru"));
    try {
      Map<String, String> settings = System.getenv();
      Home home = Home.open(settings);
      try (FileChannel lock = home.lock()) {
        if (OwnDatabase.isWanted(settings)) {
          forget(home.properties(), arguments[0]);
        } else {
          forgetInEmbedded(home, arguments[0]);
        }
      }
    } catch (StartRefused e) {
      System.err.println("\n" + e.getMessage());
      System.exit(2);
    }
  }

  private static void forgetInEmbedded(Home home, String login) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
      database.migrate();
      Map<String, Object> properties = new HashMap<>(home.properties());
      properties.putAll(database.properties());
      forget(properties, login);
    }
  }

  private static void forget(Map<String, Object> settings, String login) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put("profbilet.jobs.enabled", false);
    try (ApplicationContext context = ApplicationContext.builder().properties(properties).start()) {
      UUID account =
          context
              .getBean(HandOutAccount.class)
              .find(login)
              .orElseThrow(() -> new StartRefused("Логина «" + login + "» нет. Проверьте его."));
      context.getBean(ForgetSecondFactor.class).forget(account, null, Map.of("on", "server"));
    }
    System.out.printf(
        "%nГотово. Логин «%s» входит с паролем и подключает приложение заново.%n", login);
  }
}
