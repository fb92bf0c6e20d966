package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What was scanned or typed, as it was read.
 *
 * @param raw of a QR the whole text; of a number its ten digits; of a person found by name the
 *     handle
 */
@Serdeable
public record ShownCredential(@NotNull Kind kind, @NotNull @Size(max = 2000) String raw) {

  /** How the text was read. */
  public enum Kind {
    QR,
    /**
     * A ticket number that was typed or read from a bar code: it names a person, proves nothing.
     */
    NUMBER,
    /** A person found by name on a registrar's phone, who is admitted by hand. */
    MANUAL
  }

  @Override
  public String toString() {
    return "ShownCredential[" + kind + "]";
  }
}
