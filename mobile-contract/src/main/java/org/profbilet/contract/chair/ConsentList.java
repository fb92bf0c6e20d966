package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param missing how many members have not decided
 * @param members those who have not decided first, then by surname
 */
@Serdeable
public record ConsentList(ConsentPurpose purpose, int missing, List<Member> members) {

  public ConsentList {
    members = List.copyOf(members);
  }

  /**
   * @param missing something of the purpose is not decided yet
   * @param decisions one for every channel of MESSAGES, one for every other purpose
   */
  @Serdeable
  public record Member(
      UUID personId,
      String lastName,
      String firstName,
      @Nullable String middleName,
      boolean missing,
      List<Decision> decisions) {

    public Member {
      decisions = List.copyOf(decisions);
    }

    @Override
    public String toString() {
      return "Member[" + personId + "]";
    }
  }

  /**
   * @param channel null where the purpose has no channels
   * @param state UNKNOWN, GIVEN, REFUSED or WITHDRAWN (an open list)
   * @param form PAPER or ELECTRONIC; null where nothing is decided
   * @param textVersion which words were signed
   */
  @Serdeable
  public record Decision(
      @Nullable MessageChannel channel,
      String state,
      @Nullable LocalDate signedOn,
      @Nullable String form,
      @Nullable String textVersion) {}
}
