package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation with those directly below it. */
@Serdeable
public record OrganisationView(
    UUID id, String inpo, String level, String name, @Nullable String phone, List<Below> below) {

  public OrganisationView {
    below = List.copyOf(below);
  }

  /** One organisation directly below. */
  @Serdeable
  public record Below(UUID id, String inpo, String level, String name) {}
}
