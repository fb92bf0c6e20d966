package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organisation is made of; what ended or was closed stands last. */
@Serdeable
public record StructureView(
    boolean mayChange,
    List<UnitView> units,
    List<OfficialView> officials,
    List<DocumentView> documents) {

  public StructureView {
    units = List.copyOf(units);
    officials = List.copyOf(officials);
    documents = List.copyOf(documents);
  }

  /**
   * @param parentId the unit above, or null
   * @param kind BUREAU, GROUP, FACULTY, INSTITUTE, BRANCH, INSTITUTION or OTHER (an open list)
   */
  @Serdeable
  public record UnitView(
      UUID id,
      @Nullable UUID parentId,
      String kind,
      String name,
      LocalDate openedOn,
      @Nullable LocalDate closedOn) {}

  /**
   * @param post CHAIR, DEPUTY, COMMITTEE_MEMBER, AUDIT_MEMBER, COMMISSION_MEMBER, TREASURER or
   *     AIS_OFFICER (an open list)
   */
  @Serdeable
  public record OfficialView(
      UUID id,
      String post,
      String lastName,
      String firstName,
      @Nullable String middleName,
      @Nullable String protocolNumber,
      @Nullable LocalDate protocolOn,
      LocalDate electedOn,
      @Nullable LocalDate termUntil,
      @Nullable String phone,
      @Nullable String email,
      @Nullable LocalDate undertakingSignedOn,
      @Nullable LocalDate endedOn) {}

  /**
   * @param kind PROTOCOL, EXTRACT, COLLECTIVE_AGREEMENT, CHARTER or OTHER (an open list)
   */
  @Serdeable
  public record DocumentView(
      UUID id,
      String kind,
      String title,
      @Nullable String number,
      LocalDate datedOn,
      @Nullable LocalDate validUntil,
      @Nullable String keptAt) {}
}
