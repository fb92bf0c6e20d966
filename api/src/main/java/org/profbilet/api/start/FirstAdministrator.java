package org.profbilet.api.start;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.profbilet.access.Appoint;
import org.profbilet.access.Role;
import org.profbilet.accounts.OpenAccount;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.RegisterOrganisation;
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation;

/**
 * Asks, on the server's own terminal, for the central council and its first administrator. There is
 * no such page, so nobody on the network can be faster than the one who installs.
 */
@Singleton
class FirstAdministrator {

  private final RegisterOrganisation register;
  private final OpenAccount openAccount;
  private final Appoint appoint;
  private final Clock clock;

  FirstAdministrator(
      RegisterOrganisation register, OpenAccount openAccount, Appoint appoint, Clock clock) {
    this.register = register;
    this.openAccount = openAccount;
    this.appoint = appoint;
    this.clock = clock;
  }

  @Transactional
  void ask() throws IOException {
    System.out.println("\nЗдесь ещё никого нет. Создадим центральный совет и его администратора.");
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String union = line(input, "Название Профсоюза");
    String inpo = line(input, "ИНПО центрального совета (например 00-000-0000)");
    String name = line(input, "Фамилия и инициалы администратора");
    String login = line(input, "Логин");
    String password = password(input);
    UUID central =
        register.register(
            new NewOrganisation(
                new Inpo(inpo), Level.CENTRAL, null, union, union, null, "Europe/Moscow", null));
    UUID account = openAccount.open(login, name, password, false);
    LocalDate today = LocalDate.now(clock);
    appoint.appoint(account, central, Role.CHAIR, today, null, today, central);
  }

  private static String line(BufferedReader input, String question) throws IOException {
    System.out.print(question + ": ");
    System.out.flush();
    String answer = input.readLine();
    if (answer == null) {
      throw new IOException("Ответа нет: запустите deploy/run --no-demo в терминале");
    }
    return answer.isBlank() ? line(input, question) : answer.strip();
  }

  private static String password(BufferedReader input) throws IOException {
    String question = "Пароль, не короче " + OpenAccount.MIN_PASSWORD_LENGTH + " знаков";
    Console console = Boolean.getBoolean("profbilet.terminal") ? System.console() : null;
    String answer =
        console == null
            ? line(input, question)
            : new String(console.readPassword("%s: ", question)).strip();
    return answer.length() < OpenAccount.MIN_PASSWORD_LENGTH ? password(input) : answer;
  }
}
