package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that the door asks before somebody comes in.
 *
 * @param choices empty where any words will do
 * @param categories of whom it is asked; empty: of everybody
 * @param atTheDoor false: it was asked elsewhere, and nobody is kept waiting
 */
@Serdeable
public record DoorQuestion(
    @NotBlank @Size(max = 40) String id,
    @NotBlank @Size(max = 200) String text,
    boolean required,
    @Nullable @Size(max = 20) List<@Valid Choice> choices,
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> categories,
    boolean atTheDoor) {

  @Override
  public List<Choice> choices() {
    return choices == null ? List.of() : List.copyOf(choices);
  }

  @Override
  public List<String> categories() {
    return categories == null ? List.of() : List.copyOf(categories);
  }

  /** An answer names its choice by id or by code. */
  @Serdeable
  public record Choice(
      @NotBlank @Size(max = 40) String id,
      @Nullable @Size(max = 40) String code,
      @NotBlank @Size(max = 100) String text) {}
}
