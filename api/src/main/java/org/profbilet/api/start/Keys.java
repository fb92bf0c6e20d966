package org.profbilet.api.start;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.profbilet.credentials.RotateKeys;
import org.profbilet.credentials.RotateKeys.Key;
import org.profbilet.credentials.RotateKeys.Outcome;

/** {@code deploy/keys}: the keys that sign tickets, to be shown, rotated and withdrawn. */
public final class Keys {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final String USAGE =
      """
      deploy/keys list           ключи, которыми подписаны билеты
      deploy/keys rotate         подписывать следующим ключом (он опубликован не менее 14 дней)
      deploy/keys rotate --now   не ждать 14 дней: двери без связи узнают ключ позже
      deploy/keys revoke k1      ключ украден: всё подписанное им недействительно\
      """;

  private final RotateKeys rotateKeys;

  private Keys(RotateKeys rotateKeys) {
    this.rotateKeys = rotateKeys;
  }

  public static void main(String[] arguments) {
    try {
      Map<String, String> settings = System.getenv();
      RotateKeys keys =
          RotateKeys.in(
              Home.open(settings).keys(),
              settings.getOrDefault("PROFBILET_KEY_STORE", ""),
              settings.getOrDefault("PROFBILET_KEY_STORE_PASSWORD", ""),
              Clock.systemUTC());
      System.out.println(new Keys(keys).answer(List.of(arguments)));
    } catch (StartRefused | IllegalStateException refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    }
  }

  private String answer(List<String> words) {
    return switch (String.join(" ", words)) {
      case "list" -> list();
      case "rotate" -> rotate(false);
      case "rotate --now" -> rotate(true);
      default -> words.size() == 2 && words.get(0).equals("revoke") ? revoke(words.get(1)) : USAGE;
    };
  }

  private String list() {
    return String.join("\n", rotateKeys.list().stream().map(Keys::line).toList());
  }

  private static String line(Key key) {
    String what =
        switch (key.state()) {
          case NEXT -> "следующий, опубликован с";
          case SIGNING -> "подписывает с";
          case RETIRED -> "не подписывает с";
          case REVOKED -> "отозван; создан";
        };
    return "%-4s %s %s".formatted(key.id(), what, day(key.since()));
  }

  private String rotate(boolean atOnce) {
    Outcome outcome = rotateKeys.rotate(atOnce);
    if (outcome instanceof Outcome.TooEarly early) {
      throw new IllegalStateException(
          "Ключ %s опубликован недавно: двери без связи могут его не знать. Повторите %s или добавьте --now."
              .formatted(early.next(), day(early.possibleFrom())));
    }
    Outcome.Rotated rotated = (Outcome.Rotated) outcome;
    return "Теперь подписывает %s. Ключ %s опубликован ещё %d дней, пока действуют билеты с ним."
        .formatted(rotated.to(), rotated.from(), RotateKeys.PUBLISHED_AFTER.toDays());
  }

  private String revoke(String id) {
    if (rotateKeys.list().stream().noneMatch(key -> key.id().equals(id))) {
      throw new IllegalStateException("Ключа %s нет.".formatted(id));
    }
    rotateKeys.revoke(id);
    return "Ключ %s отозван. Телефоны получат новые билеты сами, как только выйдут на связь."
        .formatted(id);
  }

  private static String day(Instant moment) {
    return DAY.format(LocalDate.ofInstant(moment, ZoneId.of("Europe/Moscow")));
  }
}
