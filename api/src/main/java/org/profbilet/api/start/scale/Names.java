package org.profbilet.api.start.scale;

import java.util.List;
import java.util.random.RandomGenerator;
import org.profbilet.members.PersonName;

/** Common names put together at random; the frequent ones come up more often, as in life. */
final class Names {

  private static final List<String> SURNAMES =
      words(
          """
          Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов
          Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев
          Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв
          Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов Поляков
          Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров
          Давыдов Беляев Герасимов Богданов Осипов Сидоров Матвеев Титов Марков Миронов Крылов
          Хасанов Ахметов Гарипов Сафин Галиев Валеев Шарипов Закиров Нуриев Батуев Цыренов Доржиев
          Вишневский Покровский Добровольский Коваленко Шевченко Бондаренко
          """);
  private static final List<String> WOMEN =
      words(
          """
          Елена Ольга Наталья Татьяна Ирина Светлана Анна Мария Екатерина Людмила Галина Юлия
          Марина Надежда Валентина Любовь Лариса Алёна Гульнара Айгуль Лилия Резеда Сэсэг
          """);
  private static final List<String> MEN =
      words(
          """
          Александр Сергей Дмитрий Андрей Алексей Иван Владимир Николай Михаил Артём Максим Рустам
          Ильдар Марат Баир
          """);
  private static final List<String> FATHERS =
      words(
          """
          Александров Сергеев Владимиров Николаев Иванов Викторов Алексеев Михайлов Андреев
          Анатольев Васильев Петров Рашидов Ильдаров Базаров
          """);

  private Names() {}

  static PersonName woman(RandomGenerator random) {
    return new PersonName(
        feminine(pick(SURNAMES, random)), pick(WOMEN, random), pick(FATHERS, random) + "на");
  }

  static PersonName man(RandomGenerator random) {
    return new PersonName(pick(SURNAMES, random), pick(MEN, random), pick(FATHERS, random) + "ич");
  }

  private static String feminine(String surname) {
    if (surname.endsWith("ский")) {
      return surname.substring(0, surname.length() - 2) + "ая";
    }
    return surname.endsWith("ко") ? surname : surname + "а";
  }

  /** The smaller of two throws: the head of a list is met more often than its end. */
  private static String pick(List<String> words, RandomGenerator random) {
    return words.get(Math.min(random.nextInt(words.size()), random.nextInt(words.size())));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
