package org.profbilet.api.start;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Appoint;
import org.profbilet.access.Role;
import org.profbilet.accounts.OpenAccount;
import org.profbilet.organisations.DeclaredSubject;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisations;
import org.profbilet.organisations.RegisterOrganisation;
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation;

/**
 * A small union to try everything on: the central council, two regions, the 47 territories of the
 * table of seed 004 with its oddities kept, a dozen primaries, and no members.
 */
@Singleton
class DemoUnion {

  static final String PASSWORD = "profbilet-demo";

  private static final String MOSCOW = "Europe/Moscow";
  private static final LocalDate PRIMARIES_AS_OF = LocalDate.of(2020, 1, 1);
  private static final LocalDate LOGINS_AS_OF = LocalDate.of(2020, 9, 28);
  private static final LocalDate APPOINTED = LocalDate.of(2024, 9, 1);

  private final RegisterOrganisation register;
  private final Organisations organisations;
  private final OpenAccount openAccount;
  private final Appoint appoint;

  DemoUnion(
      RegisterOrganisation register,
      Organisations organisations,
      OpenAccount openAccount,
      Appoint appoint) {
    this.register = register;
    this.organisations = organisations;
    this.openAccount = openAccount;
    this.appoint = appoint;
  }

  /** A person who may sign in to the demo. */
  private record Login(String login, String name, String inpo, String post) {}

  private static final List<Login> LOGINS =
      List.of(
          new Login("central", "Орлова Н. С.", "00-000-0000", "центральный совет"),
          new Login("region", "Гатин Р. М.", "16-000-0000", "реском Татарстана"),
          new Login("territory", "Сафина Л. К.", "16-001-0000", "территория «Казань»"),
          new Login("university-territory", "Мусин Т. А.", "16-046-0000", "ВУЗы и ПОО"),
          new Login("chair", "Пензина А. В.", "16-001-0001", "школа № 17, 52 человека"),
          new Login("kindergarten", "Ким О. П.", "16-001-0002", "детский сад № 5"),
          new Login("university", "Белов Д. И.", "16-046-0001", "университет"));

  static String logins() {
    StringBuilder text = new StringBuilder("\nДемо-логины, пароль у всех ").append(PASSWORD);
    for (Login login : LOGINS) {
      text.append("%n  %-22s %s".formatted(login.login(), login.post()));
    }
    return text.append(
            """


            При первом входе сменится пароль. central и region подключат ещё второй шаг: понадобится
            телефон с приложением для кодов (FreeOTP, «Яндекс Ключ», Google Authenticator).""")
        .toString();
  }

  @Transactional
  void load() {
    UUID central =
        organisation(
            "00-000-0000",
            Level.CENTRAL,
            null,
            "Общероссийский Профсоюз образования",
            "ЦС",
            null,
            "+7 495 000-00-00");
    UUID tatarstan =
        organisation(
            "16-000-0000",
            Level.REGIONAL,
            central,
            "Татарстанская республиканская организация",
            "Реском Татарстана",
            null,
            "+7 843 000-00-16");
    UUID altai =
        organisation(
            "22-000-0000",
            Level.REGIONAL,
            central,
            "Алтайская краевая организация",
            "Алтайский крайком",
            null,
            "+7 385 000-00-22");
    territoriesOf(tatarstan);
    UUID barnaul =
        organisation(
            "22-001-0000",
            Level.LOCAL,
            altai,
            "Барнаульская городская организация",
            "Барнаул",
            null,
            "+7 385 000-00-23");
    primary("22-001-0001", barnaul, "ППО гимназии № 3", "SCHOOL", "Asia/Barnaul");
    primary("22-001-0002", barnaul, "ППО детского сада «Ромашка»", "PRESCHOOL", "Asia/Barnaul");
    for (Login login : LOGINS) {
      signUp(login);
    }
  }

  private void territoriesOf(UUID region) {
    for (NamedCsvRecord line : table()) {
      String level = line.getField("level");
      if (level.equals("TOTAL") || level.equals("SUB")) {
        continue; // the sum, or a part of the territory above it: no organisation of its own
      }
      int number = Integer.parseInt(line.getField("row"));
      String inpo = "16-%03d-0000".formatted(number);
      String name = line.getField("name_ru").strip();
      UUID territory =
          organisation(
              inpo,
              Level.LOCAL,
              region,
              "Территориальная организация: " + name,
              name,
              null,
              "+7 843 000-%02d-%02d".formatted(number, number));
      declare(
          territory,
          DeclaredSubject.PRIMARIES,
          PRIMARIES_AS_OF,
          line,
          "primaries_2020_01_01_raw",
          "primaries_parsed");
      declare(
          territory,
          DeclaredSubject.LOGINS,
          LOGINS_AS_OF,
          line,
          "passwords_raw",
          "passwords_parsed");
      primariesOf(number, territory);
    }
  }

  private void primariesOf(int territoryNumber, UUID territory) {
    switch (territoryNumber) {
      case 1 -> {
        primary("16-001-0001", territory, "ППО школы № 17", "SCHOOL", MOSCOW);
        primary("16-001-0002", territory, "ППО детского сада № 5", "PRESCHOOL", MOSCOW);
        primary("16-001-0003", territory, "ППО лицея № 131", "SCHOOL", MOSCOW);
        primary("16-001-0004", territory, "ППО центра детского творчества", "EXTRA", MOSCOW);
      }
      case 2 -> primary("16-002-0001", territory, "ППО Агрызской школы № 1", "SCHOOL", MOSCOW);
      case 8 ->
          primary("16-008-0001", territory, "ППО Альметьевской гимназии № 1", "SCHOOL", MOSCOW);
      case 31 -> primary("16-031-0001", territory, "ППО школы № 50", "SCHOOL", MOSCOW);
      case 37 -> primary("16-037-0001", territory, "ППО Сабинской гимназии", "SCHOOL", MOSCOW);
      case 46 -> {
        primary(
            "16-046-0001", territory, "ППО технологического университета", "UNIVERSITY", MOSCOW);
        primary("16-046-0002", territory, "ППО педагогического колледжа", "VOCATIONAL", MOSCOW);
      }
      default -> {
        // the other territories have no primary in the demo
      }
    }
  }

  private void declare(
      UUID organisationId,
      DeclaredSubject subject,
      LocalDate asOf,
      NamedCsvRecord line,
      String rawColumn,
      String valueColumn) {
    String value = line.getField(valueColumn);
    String raw = line.getField(rawColumn);
    if (!value.isEmpty() || !raw.isEmpty()) {
      register.declare(
          organisationId, subject, asOf, raw, value.isEmpty() ? null : Integer.valueOf(value));
    }
  }

  private void primary(String inpo, UUID parent, String name, String kind, String zone) {
    register.register(
        new NewOrganisation(new Inpo(inpo), Level.PRIMARY, parent, name, name, kind, zone, null));
  }

  private UUID organisation(
      String inpo,
      Level level,
      @Nullable UUID parent,
      String name,
      String shortName,
      @Nullable String kind,
      String phone) {
    return register.register(
        new NewOrganisation(new Inpo(inpo), level, parent, name, shortName, kind, MOSCOW, phone));
  }

  private void signUp(Login login) {
    UUID organisationId = organisations.find(new Inpo(login.inpo())).orElseThrow().id();
    UUID account = openAccount.open(login.login(), login.name(), PASSWORD, true);
    appoint.appoint(
        account, organisationId, Role.CHAIR, APPOINTED, null, APPOINTED, organisationId);
  }

  private static List<NamedCsvRecord> table() {
    try (InputStream file = DemoUnion.class.getResourceAsStream("/demo/tatarstan-2020.csv");
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
