package org.profbilet.registerlists;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The columns of both forms, and what offices call them in tables of their own. */
public enum Column {
  ROW_NUMBER("№ п/п", "№", "номер"),
  NAME("Полное наименование ППО", "полное наименование", "наименование организации", "название"),
  SHORT_NAME("Краткое наименование", "краткое", "сокращённое наименование"),
  PARENT("Вышестоящая организация", "вышестоящая", "территориальная организация", "район"),
  TYPE("Тип", "тип организации"),
  INSTITUTION_KIND("Вид образовательной организации", "вид ОО", "вид организации"),
  INSTITUTION(
      "Наименование образовательной организации", "образовательная организация", "наименование ОО"),
  OGRN("ОГРН"),
  INN("ИНН"),
  ADDRESS("Адрес", "почтовый адрес"),
  PHONE("Телефон", "тел."),
  EMAIL("E-mail", "эл. почта", "электронная почта", "почта"),
  WORKING("Работающих всего", "работающих", "всего работающих"),
  STUDYING("Обучающихся (очно)", "обучающихся", "студентов"),
  MEMBERS("Членов Профсоюза (заявлено)", "членов профсоюза", "количество членов"),
  REPORTED_ON("Дата отчёта", "на дату", "по состоянию на"),
  INPO("ИНПО"),
  ORGANISATION("Организация", "первичная организация", "ППО", "название ППО"),
  LAST_NAME("Фамилия"),
  FIRST_NAME("Имя"),
  MIDDLE_NAME("Отчество"),
  POST("Должность", "профсоюзная должность"),
  PROTOCOL_NUMBER("Основание: протокол №", "протокол №", "№ протокола"),
  PROTOCOL_ON("Основание: дата протокола", "дата протокола"),
  ELECTED_ON("Дата избрания", "избран", "избран(а)"),
  TERM_UNTIL("Срок полномочий до", "полномочия до"),
  MOBILE("Мобильный", "мобильный телефон", "сотовый"),
  UNDERTAKING_ON(
      "Обязательство о неразглашении подписано: дата",
      "обязательство о неразглашении",
      "обязательство"),
  COMPUTER("Есть компьютер", "компьютер"),
  INTERNET("Есть интернет", "интернет");

  private final String header;
  private final List<String> spellings;

  Column(String header, String... synonyms) {
    this.header = header;
    this.spellings =
        Stream.concat(Stream.of(header), Arrays.stream(synonyms)).map(Column::plain).toList();
  }

  /** The column's name on the form. */
  public String header() {
    return header;
  }

  boolean isNamed(String text) {
    return spellings.contains(plain(text));
  }

  /** Letters and digits only: blanks, breaks, dots, case and ё do not tell names apart. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}№]", "");
  }
}
