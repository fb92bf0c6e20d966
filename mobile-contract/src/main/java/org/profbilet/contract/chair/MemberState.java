package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member is from a day on.
 *
 * @param category WORKING, STUDENT, UNION_STAFF, ON_LEAVE, LAID_OFF or PENSIONER
 * @param engagement MAIN, SECOND_JOB, FULL_TIME, PART_TIME or NONE
 * @param unionRoles codes as in the member's record
 * @param suspendedUntil the day on which a leave or the time after a lay-off ends; needed for these
 *     two
 * @param reason needed where the day is past
 */
@Serdeable
public record MemberState(
    @NotBlank @Pattern(regexp = "WORKING|STUDENT|UNION_STAFF|ON_LEAVE|LAID_OFF|PENSIONER")
        String category,
    @NotBlank @Pattern(regexp = "MAIN|SECOND_JOB|FULL_TIME|PART_TIME|NONE") String engagement,
    @Nullable @Size(max = 120) String unit,
    @Nullable @Size(max = 120) String position,
    @NotNull @Size(max = 9)
        List<
                @Pattern(
                    regexp =
                        "CHAIR|DEPUTY|COMMITTEE_MEMBER|AUDIT_MEMBER|COMMISSION_MEMBER"
                            + "|GROUP_ORGANISER|BUREAU_CHAIR|TREASURER|AIS_OFFICER")
                String>
            unionRoles,
    @Nullable LocalDate suspendedUntil,
    @NotNull LocalDate from,
    @Nullable @Size(max = 250) String reason) {

  public MemberState {
    unionRoles = List.copyOf(unionRoles);
  }
}
