package org.profbilet.memberlists.form;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days on which papers of consent were signed, one per purpose. */
public record ListedConsents(
    @Nullable LocalDate processingOn,
    @Nullable LocalDate partnerOn,
    @Nullable LocalDate messagesOn,
    Set<ListedChannel> channels) {

  public ListedConsents {
    channels = Set.copyOf(channels);
  }
}
