package org.profbilet.api.chair;

import java.util.Map;
import org.profbilet.memberlists.form.Column;

/** What a field of a member's record is called in Russian: as on the form. */
final class FieldTitles {

  private static final Map<String, Column> COLUMNS =
      Map.ofEntries(
          Map.entry("LAST_NAME", Column.LAST_NAME),
          Map.entry("FIRST_NAME", Column.FIRST_NAME),
          Map.entry("MIDDLE_NAME", Column.MIDDLE_NAME),
          Map.entry("BIRTH_DATE", Column.BIRTH_DATE),
          Map.entry("SEX", Column.SEX),
          Map.entry("PAPER_TICKET", Column.PAPER_TICKET),
          Map.entry("NOTE", Column.NOTE),
          Map.entry("CATEGORY", Column.CATEGORY),
          Map.entry("ENGAGEMENT", Column.ENGAGEMENT),
          Map.entry("UNIT", Column.UNIT),
          Map.entry("POSITION", Column.POSITION),
          Map.entry("STAFF_GROUP", Column.STAFF_GROUP),
          Map.entry("EDUCATION", Column.EDUCATION),
          Map.entry("DUES_BY_PAYROLL", Column.DUES_BY_PAYROLL),
          Map.entry("UNION_ROLES", Column.UNION_ROLE),
          Map.entry("JOINED_UNION", Column.JOINED_UNION),
          Map.entry("REGISTERED", Column.REGISTERED),
          Map.entry("PROTOCOL_NUMBER", Column.PROTOCOL_NUMBER),
          Map.entry("PROTOCOL_DATE", Column.PROTOCOL_DATE),
          Map.entry("PHONE", Column.PHONE),
          Map.entry("EMAIL", Column.EMAIL),
          Map.entry("CONSENT_UNION_PROCESSING", Column.CONSENT_PROCESSING),
          Map.entry("CONSENT_PARTNER", Column.CONSENT_PARTNER));

  private FieldTitles() {}

  static String of(String field) {
    Column column = COLUMNS.get(field);
    if (column != null) {
      return column.header();
    }
    if (field.equals("SUSPENDED_UNTIL")) {
      return "Отпуск или сокращение до";
    }
    return field.startsWith("CONSENT_MESSAGES") ? Column.CONSENT_MESSAGES.header() : "Учёт";
  }
}
