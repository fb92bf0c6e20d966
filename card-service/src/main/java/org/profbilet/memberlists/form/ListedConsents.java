package org.profbilet.memberlists.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days on which papers of consent were signed, one per purpose. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ListedConsents(
    @Nullable LocalDate processingOn,
    @Nullable LocalDate partnerOn,
    @Nullable LocalDate messagesOn,
    Set<ListedChannel> channels) {

  public ListedConsents {
    channels = Set.copyOf(channels);
  }
}
