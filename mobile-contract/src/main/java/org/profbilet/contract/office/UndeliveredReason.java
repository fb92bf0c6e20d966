package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Why messages ended in vain.
 *
 * @param error the short code of the last attempt, for example {@code SMTP_550_5.7.1}
 */
@Serdeable
public record UndeliveredReason(
    @NotNull Channel channel, @NotNull State state, @NotBlank @Size(max = 100) String error) {

  /** By which way they went. */
  public enum Channel {
    PUSH,
    EMAIL,
    SMS
  }

  /** How they ended. */
  public enum State {
    /** The provider took none of them. */
    DEAD,
    /** Nobody knows whether they arrived. */
    UNCERTAIN,
    /** The provider took them and reported later that they did not arrive. */
    BOUNCED
  }
}
