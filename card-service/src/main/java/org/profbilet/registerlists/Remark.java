package org.profbilet.registerlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What is to be said about a cell.
 *
 * @param value what stands there
 * @param detail what else the sentence needs, or empty
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Remark(Code code, String column, String value, String detail) {

  static Remark of(Code code, Column column, String value) {
    return of(code, column, value, "");
  }

  static Remark of(Code code, Column column, String value, String detail) {
    return new Remark(code, column.header(), value, detail);
  }

  /** Whether the row cannot be done. */
  boolean isError() {
    return code.isError;
  }

  @Override
  public String toString() {
    return "Remark[" + code + "]";
  }

  /** Each has a sentence in the message bundle. */
  public enum Code {
    MISSING(true),
    UNKNOWN_PARENT(true),
    UNKNOWN_ORGANISATION(true),
    AMBIGUOUS_ORGANISATION(true),
    TWICE_IN_FILE(true),
    NOT_A_NUMBER(true),
    NOT_A_DATE(true),
    NOT_A_VALUE(true),
    TOO_LONG(true),
    SEVERAL_NUMBERS(false),
    NO_NUMBER(false),
    OTHER_IN_PASSPORT(false),
    ANOTHER_IN_OFFICE(false),
    TOTAL_DIFFERS(false);

    private final boolean isError;

    Code(boolean isError) {
      this.isError = isError;
    }
  }
}
