package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A paper that is frozen as things stand.
 *
 * @param signers members of the commission, for the lines on which they sign
 */
@Serdeable
public record NewSittingPaper(
    @NotNull Kind kind, @NotNull @Size(max = 20) List<@Size(max = 100) String> signers) {

  public NewSittingPaper {
    signers = List.copyOf(signers);
  }

  public enum Kind {
    MANDATE_REPORT,
    /** With the list of those present and the conflicts as an annex. */
    PROTOCOL
  }
}
