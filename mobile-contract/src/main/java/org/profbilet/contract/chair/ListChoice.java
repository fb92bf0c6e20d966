package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What the chair decided over the preview.
 *
 * @param onlyValid leave out rows that are held back instead of refusing the whole list
 * @param samePerson rows of look-alikes that are the person of the register
 * @param otherPerson rows of look-alikes that are somebody new
 */
@Serdeable
public record ListChoice(
    @NotNull Boolean onlyValid,
    @NotNull @Size(max = 20000) List<Integer> samePerson,
    @NotNull @Size(max = 20000) List<Integer> otherPerson) {}
