package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with those directly below it.
 *
 * @param inpo empty while the organisation waits for its number
 * @param level CENTRAL, REGIONAL, LOCAL or PRIMARY (an open list)
 * @param status PROPOSED, ACTIVE, LIQUIDATING, EXCLUDED or MERGED (an open list)
 * @param territorialRights a primary that has the rights of a territorial organisation
 * @param above from the central council down to the parent
 */
@Serdeable
public record OrganisationView(
    UUID id,
    String inpo,
    String level,
    String name,
    @Nullable String phone,
    String status,
    boolean territorialRights,
    List<Above> above,
    List<Below> below) {

  public OrganisationView {
    above = List.copyOf(above);
    below = List.copyOf(below);
  }

  /** An organisation on the way up. */
  @Serdeable
  public record Above(UUID id, String name) {}

  /**
   * One organisation directly below.
   *
   * @param primaries open primaries within it
   */
  @Serdeable
  public record Below(
      UUID id,
      String inpo,
      String level,
      String name,
      String status,
      boolean territorialRights,
      int primaries) {}
}
