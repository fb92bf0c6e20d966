package org.profbilet.api.chair;

import org.profbilet.organisations.passport.PassportField;

/** What to do about a wrong value, field by field. */
final class PassportWords {

  private PassportWords() {}

  static String of(PassportField field) {
    return switch (field) {
      case OGRN -> "ОГРН: 13 цифр; проверьте, все ли переписаны верно.";
      case INN -> "ИНН: 10 цифр; проверьте, все ли переписаны верно.";
      case KPP -> "КПП: 9 знаков.";
      case NAME, SHORT_NAME -> "Название нужно всегда.";
      case ZONE -> "Часовой пояс: выберите из списка.";
      case LEGAL_PERSON, HAS_COMPUTER, HAS_INTERNET -> "Выберите «да» или «нет».";
      case INSTITUTION_KIND -> "Вид организации: выберите из списка.";
      case STATE_REGISTER_ON, CHARTER_ON, CREATED_ON, TRAINED_ON ->
          "Дата: выберите день в календаре.";
      case PHONE -> "Телефон: цифры, пробелы и чёрточки, например +7 843 000-00-00.";
      case EMAIL -> "Почта: адрес вида name@example.org.";
      case SITE -> "Сайт: адрес вида example.org.";
      case INSTITUTION, FOUNDER, LEGAL_ADDRESS, POSTAL_ADDRESS, DELIVERY_ADDRESS ->
          "Адрес или название длиннее 300 знаков: сократите.";
    };
  }
}
