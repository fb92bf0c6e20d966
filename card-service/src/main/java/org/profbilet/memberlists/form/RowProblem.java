package org.profbilet.memberlists.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What is wrong in one place of the list.
 *
 * @param row the row's number as the spreadsheet program shows it
 * @param column the column's name as it stands in the file
 * @param value what stands in the cell, for the chair's eyes only
 * @param details what the sentence needs besides: the spelling proposed, the codes allowed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RowProblem(int row, String column, String value, Code code, List<String> details) {

  public RowProblem {
    details = List.copyOf(details);
  }

  public Severity severity() {
    return code.severity;
  }

  /** An error keeps the row out; a warning tells how the row was understood. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** Each has a sentence in the message bundle. */
  public enum Code {
    MISSING(Severity.ERROR),
    TOO_LONG(Severity.ERROR),
    WRONG_LETTERS(Severity.ERROR),
    NOT_CYRILLIC(Severity.ERROR),
    DATE_UNREADABLE(Severity.ERROR),
    DATE_DOES_NOT_EXIST(Severity.ERROR),
    DATE_IS_A_NUMBER(Severity.ERROR),
    DATE_IS_A_YEAR(Severity.ERROR),
    DATE_IN_FUTURE(Severity.ERROR),
    AGE_IMPOSSIBLE(Severity.ERROR),
    CODE_UNKNOWN(Severity.ERROR),
    PHONE_NEEDED(Severity.ERROR),
    PHONE_UNREADABLE_BUT_NEEDED(Severity.ERROR),
    EMAIL_NEEDED(Severity.ERROR),
    EMAIL_UNREADABLE_BUT_NEEDED(Severity.ERROR),
    CHANNELS_NEEDED(Severity.ERROR),
    TICKET_NUMBER_WRONG(Severity.ERROR),
    TWICE_IN_FILE(Severity.ERROR),
    TICKET_NUMBER_NOT_HERS(Severity.ERROR),
    LATIN_LETTERS_REPLACED(Severity.WARNING),
    CAPITALS_LOWERED(Severity.WARNING),
    CENTURY_GUESSED(Severity.WARNING),
    DAY_BEFORE_MONTH(Severity.WARNING),
    REGISTERED_BEFORE_JOINED(Severity.WARNING),
    PHONE_UNREADABLE(Severity.WARNING),
    SEVERAL_PHONES(Severity.WARNING),
    EMAIL_UNREADABLE(Severity.WARNING),
    EMAIL_LOOKS_MISTYPED(Severity.WARNING),
    ZEROS_MAY_BE_LOST(Severity.WARNING),
    LOOKS_LIKE_FORMULA(Severity.WARNING),
    CHANNELS_WITHOUT_CONSENT(Severity.WARNING),
    CONSENT_WITHOUT_TEXT(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }
  }

  /** A cell's value must not get into a log. */
  @Override
  public String toString() {
    return "RowProblem[" + row + " " + code + "]";
  }
}
