package org.profbilet.memberlists.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of the form, and what chairs call them in lists of their own. */
public enum Column {
  ROW_NUMBER("№ п/п", "№", "п/п", "номер п/п", "номер по порядку"),
  LAST_NAME("Фамилия", "ФИО (фамилия)", "фамилия члена профсоюза", "фам"),
  FIRST_NAME("Имя", "имя члена профсоюза"),
  MIDDLE_NAME("Отчество", "отчество (при наличии)", "отчество члена профсоюза"),
  BIRTH_DATE("Дата рождения", "д/р", "д.р.", "дата рожд.", "день рождения", "дата рождения члена"),
  SEX("Пол", "пол (м/ж)"),
  CATEGORY("Категория члена Профсоюза", "категория", "категория члена"),
  ENGAGEMENT("Вид занятости (учёбы)", "вид занятости", "занятость", "форма обучения"),
  UNIT("Структурное подразделение", "подразделение", "профгруппа", "факультет", "отдел"),
  POSITION(
      "Должность (профессия) / курс, группа",
      "должность",
      "профессия",
      "должность (профессия)",
      "курс, группа"),
  STAFF_GROUP("Группа персонала", "категория персонала"),
  EDUCATION("Образование", "уровень образования"),
  JOINED_UNION(
      "Дата вступления в Профсоюз", "дата вступления", "год вступления", "член профсоюза с"),
  REGISTERED(
      "Дата постановки на учёт в ППО",
      "дата постановки на учёт",
      "постановка на учёт",
      "на учёте с"),
  PROTOCOL_NUMBER("Протокол приёма: №", "№ протокола", "номер протокола", "протокол №"),
  PROTOCOL_DATE("Протокол приёма: дата", "дата протокола"),
  PAPER_TICKET(
      "Номер бумажного билета", "№ билета", "номер билета", "профсоюзный билет", "№ профбилета"),
  TICKET_NUMBER("Номер ЭПБ", "№ ЭПБ", "номер электронного билета"),
  PHONE(
      "Мобильный телефон",
      "моб. телефон",
      "телефон",
      "тел.",
      "моб.",
      "сотовый",
      "сотовый телефон",
      "мобильный",
      "номер телефона",
      "контактный телефон"),
  EMAIL(
      "E-mail",
      "эл. почта",
      "электронная почта",
      "почта",
      "email",
      "емейл",
      "адрес электронной почты",
      "эл. адрес"),
  UNION_ROLE("Профсоюзная должность", "профсоюзная работа", "общественная должность"),
  DUES_BY_PAYROLL("Взносы по безналу", "взносы безналично", "безналичные взносы"),
  CONSENT_PROCESSING(
      "Согласие 1 (обработка ПДн): дата", "согласие на обработку", "согласие на обработку ПДн"),
  CONSENT_PARTNER("Согласие 2 (ФИНФОРТ/бонусная программа): дата", "согласие финфорт"),
  CONSENT_MESSAGES("Согласие 3 (SMS/PUSH/e-mail): дата", "согласие на рассылку"),
  CHANNELS("Каналы", "каналы связи", "способ связи"),
  NOTE("Примечание", "примечания", "комментарий");

  /** Without these columns no row of the list can be read. */
  static final List<Column> NEEDED =
      List.of(
          LAST_NAME, FIRST_NAME, BIRTH_DATE, SEX, CATEGORY, ENGAGEMENT, JOINED_UNION, REGISTERED);

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

  /** Whether no row can be read without it. */
  public boolean isNeeded() {
    return NEEDED.contains(this);
  }

  static Optional<Column> named(String text) {
    String plain = plain(text);
    return Arrays.stream(values())
        .filter(column -> column.spellings.contains(plain))
        .findFirst()
        .or(() -> numberedConsent(plain));
  }

  /** Chairs misspell what stands in the brackets ("sms/puch"), the number they keep. */
  private static Optional<Column> numberedConsent(String plain) {
    if (plain.startsWith("согласие1")) {
      return Optional.of(CONSENT_PROCESSING);
    }
    if (plain.startsWith("согласие2")) {
      return Optional.of(CONSENT_PARTNER);
    }
    return plain.startsWith("согласие3") ? Optional.of(CONSENT_MESSAGES) : Optional.empty();
  }

  /** Letters and digits only: blanks, breaks, dots, case and ё do not tell headers apart. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}№]", "");
  }
}
