package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list decides by besides its people, hours and policy. Empty lists mean: all of them.
 *
 * @param categories whom the list takes of the people invited to the meeting
 * @param doors at which one comes in
 * @param exitAt hour of the meeting's own zone at which whoever is inside has left
 * @param shares where doors split the people between them, so that two doors without a network
 *     cannot admit one person
 * @param takesPending who is not a member yet may be let in after a question
 */
@Serdeable
public record ListSettings(
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> categories,
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> doors,
    @Nullable @Valid EntryRules rules,
    @Nullable @Size(max = 10) List<@Valid DoorQuestion> questions,
    @Nullable @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String exitAt,
    @Nullable @Size(max = 20) List<@Valid DoorShare> shares,
    boolean takesPending) {

  public static final ListSettings NONE =
      new ListSettings(null, null, null, null, null, null, false);

  @Override
  public List<String> categories() {
    return categories == null ? List.of() : List.copyOf(categories);
  }

  @Override
  public List<String> doors() {
    return doors == null ? List.of() : List.copyOf(doors);
  }

  @Override
  public List<DoorQuestion> questions() {
    return questions == null ? List.of() : List.copyOf(questions);
  }

  @Override
  public List<DoorShare> shares() {
    return shares == null ? List.of() : List.copyOf(shares);
  }
}
