package org.profbilet.registerlists;

import java.util.List;

/** The two forms that offices fill in (seed 003, tasks 4 and 5). */
public enum Form {
  ORGANISATIONS(
      List.of(
          Column.ROW_NUMBER,
          Column.NAME,
          Column.SHORT_NAME,
          Column.PARENT,
          Column.TYPE,
          Column.INSTITUTION_KIND,
          Column.INSTITUTION,
          Column.OGRN,
          Column.INN,
          Column.ADDRESS,
          Column.PHONE,
          Column.EMAIL,
          Column.WORKING,
          Column.STUDYING,
          Column.MEMBERS,
          Column.REPORTED_ON,
          Column.INPO),
      List.of(Column.NAME, Column.MEMBERS)),
  CHAIRS(
      List.of(
          Column.ROW_NUMBER,
          Column.ORGANISATION,
          Column.INPO,
          Column.LAST_NAME,
          Column.FIRST_NAME,
          Column.MIDDLE_NAME,
          Column.POST,
          Column.PROTOCOL_NUMBER,
          Column.PROTOCOL_ON,
          Column.ELECTED_ON,
          Column.TERM_UNTIL,
          Column.MOBILE,
          Column.EMAIL,
          Column.UNDERTAKING_ON,
          Column.COMPUTER,
          Column.INTERNET),
      List.of(Column.LAST_NAME, Column.FIRST_NAME, Column.ELECTED_ON));

  private final List<Column> columns;
  private final List<Column> needed;

  Form(List<Column> columns, List<Column> needed) {
    this.columns = columns;
    this.needed = needed;
  }

  /** In the order of the form. */
  public List<Column> columns() {
    return columns;
  }

  /** Without these no row can be read. */
  List<Column> needed() {
    return needed;
  }
}
