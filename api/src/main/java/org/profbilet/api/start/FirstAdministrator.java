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

  /** What the first administrator answered. */
  record Answers(String union, Inpo inpo, String name, String login, String password) {
    @Override
    public String toString() {
      return "Answers about " + inpo;
    }
  }

  /** Waits at the terminal; nothing is stored, and no transaction is open, until all is said. */
  static Answers ask() {
    System.out.println("\nЗдесь ещё никого нет. Создадим центральный совет и его администратора.");
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Answers(
        line(input, "Название Профсоюза"),
        inpo(input),
        line(input, "Фамилия и инициалы администратора"),
        line(input, "Логин"),
        password(input));
  }

  @Transactional
  void found(Answers answers) {
    UUID central =
        register.register(
            new NewOrganisation(
                answers.inpo(),
                Level.CENTRAL,
                null,
                answers.union(),
                answers.union(),
                null,
                "Europe/Moscow",
                null));
    UUID account = openAccount.open(answers.login(), answers.name(), answers.password(), false);
    LocalDate today = LocalDate.now(clock);
    appoint.appoint(account, central, Role.CHAIR, today, null, today, central);
    System.out.printf(
        "%nГотово. Войдите на стол под логином «%s» и заведите организации.%n", answers.login());
  }

  private static Inpo inpo(BufferedReader input) {
    String answer = line(input, "ИНПО центрального совета (например 00-000-0000)");
    try {
      return new Inpo(answer);
    } catch (IllegalArgumentException e) {
      System.out.println("ИНПО — не длиннее 20 знаков. Введите ещё раз.");
      return inpo(input);
    }
  }

  private static String line(BufferedReader input, String question) {
    System.out.print(question + ": ");
    System.out.flush();
    String answer = read(input);
    return answer.isBlank() ? line(input, question) : answer.strip();
  }

  private static String read(BufferedReader input) {
    try {
      String answer = input.readLine();
      if (answer != null) {
        return answer;
      }
    } catch (IOException e) {
      // the terminal is gone, as at the end of the input
    }
    throw new StartRefused(
        "Ответа нет. Запустите deploy/run --no-demo в терминале: первого администратора заводит тот, кто ставит программу.");
  }

  private static String password(BufferedReader input) {
    String question = "Пароль, не короче " + OpenAccount.MIN_PASSWORD_LENGTH + " знаков";
    Console console = Boolean.getBoolean("profbilet.terminal") ? System.console() : null;
    char[] hidden = console == null ? null : console.readPassword("%s: ", question);
    String answer = hidden == null ? line(input, question) : new String(hidden).strip();
    if (answer.length() >= OpenAccount.MIN_PASSWORD_LENGTH) {
      return answer;
    }
    System.out.println("Слишком короткий пароль. Придумайте длиннее, подойдут несколько слов.");
    return password(input);
  }
}
