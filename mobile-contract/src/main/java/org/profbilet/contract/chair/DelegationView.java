package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param office the organisation right above, to which the work is or could be given
 * @param until the first day without it; absent where nothing is given
 */
@Serdeable
public record DelegationView(String office, @Nullable LocalDate until) {}
