package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An elected body and when it may decide. The charter says so: what is absent is a usual value, not
 * yours.
 *
 * @param share more than half where absent, of a conference and a congress two thirds
 * @param organisations the share of organisations that must be represented as well; none where
 *     absent
 * @param countsRemote whether whoever takes part from afar counts
 * @param charter where the charter says it, for example «п. 18.3 Устава»
 */
@Serdeable
public record NewBody(
    @NotBlank @Size(max = 200) String name,
    @NotNull BodyKind kind,
    @NotNull QuorumBase base,
    @Nullable @Valid QuorumShare share,
    @Nullable @Valid QuorumShare organisations,
    boolean countsRemote,
    @Nullable @Size(max = 100) String charter) {}
