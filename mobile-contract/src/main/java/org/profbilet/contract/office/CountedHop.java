package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted when cards came on.
 *
 * @param counted cards that are there; counted and missing together must be all that were expected.
 *     Null says that everything is there but what is missing
 * @param missing copies that are not there, each as it is printed: 0000000018-00001
 * @param reference the number of the act or of the parcel
 */
@Serdeable
public record CountedHop(
    @Nullable @PositiveOrZero Integer counted,
    @Nullable @Size(max = 20000) List<String> missing,
    @Nullable @Size(max = 60) String reference) {}
