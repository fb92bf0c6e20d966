package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.contract.office.NewOrganisation;
import org.profbilet.contract.office.NumberAllotment;
import org.profbilet.contract.office.OrganisationDecision;
import org.profbilet.contract.office.OrganisationDeed;
import org.profbilet.contract.office.OrganisationRecorded;
import org.profbilet.contract.office.RegisterApi;
import org.profbilet.contract.office.RegisterLine;
import org.profbilet.contract.office.WaitingOrganisation;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisations;
import org.profbilet.organisations.changes.AllotInpo;
import org.profbilet.organisations.changes.DecideOnOrganisation;
import org.profbilet.organisations.changes.Decision;
import org.profbilet.organisations.changes.DeedKind;
import org.profbilet.organisations.changes.DeedOutcome;
import org.profbilet.organisations.changes.Deeds;
import org.profbilet.organisations.changes.Office;
import org.profbilet.organisations.changes.ProposeOrganisation;
import org.profbilet.organisations.changes.ProposeOrganisation.Proposal;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class RegisterController implements RegisterApi {

  private static final int MOST_FOUND = 50;

  private final Organisations organisations;
  private final ProposeOrganisation propose;
  private final AllotInpo allotInpo;
  private final DecideOnOrganisation decideOnOrganisation;
  private final Deeds deeds;
  private final OfficeOf officeOf;

  RegisterController(
      Organisations organisations,
      ProposeOrganisation propose,
      AllotInpo allotInpo,
      DecideOnOrganisation decideOnOrganisation,
      Deeds deeds,
      OfficeOf officeOf) {
    this.organisations = organisations;
    this.propose = propose;
    this.allotInpo = allotInpo;
    this.decideOnOrganisation = decideOnOrganisation;
    this.deeds = deeds;
    this.officeOf = officeOf;
  }

  @Override
  public List<RegisterLine> search(UUID organisationId, String query) {
    officeOf.of(organisationId, Right.SEE_REGISTER);
    return organisations.search(organisationId, query, MOST_FOUND).stream()
        .map(
            found ->
                new RegisterLine(
                    found.id(),
                    found.inpo(),
                    found.level().name(),
                    found.name(),
                    found.status().name(),
                    found.parentName()))
        .toList();
  }

  @Override
  public OrganisationRecorded propose(
      UUID organisationId, UUID key, @Body @Valid NewOrganisation organisation) {
    Office office = officeOf.of(organisationId, Right.KEEP_REGISTER);
    Proposal proposal =
        new Proposal(
            organisationId,
            Level.valueOf(organisation.level().name()),
            organisation.territorialRights(),
            organisation.name().strip(),
            organisation.shortName().strip(),
            organisation.institutionKind());
    return recorded(propose.propose(office, key, proposal));
  }

  @Override
  public List<WaitingOrganisation> waiting(UUID organisationId) {
    officeOf.of(organisationId, Right.SEE_REGISTER);
    return allotInpo.listWaiting(organisationId).stream()
        .map(
            waiting ->
                new WaitingOrganisation(
                    waiting.organisation().id(),
                    waiting.organisation().level().name(),
                    waiting.organisation().name(),
                    waiting.organisation().parentName(),
                    waiting.organisation().proposedOn(),
                    waiting.suggestion()))
        .toList();
  }

  @Override
  public OrganisationRecorded allot(
      UUID organisationId, UUID key, @Body @Valid NumberAllotment allotment) {
    Office office = officeOf.of(organisationId, Right.KEEP_REGISTER);
    return recorded(
        allotInpo.allot(office, key, organisationId, new Inpo(allotment.inpo().strip())));
  }

  @Override
  public OrganisationRecorded decide(
      UUID organisationId, UUID key, @Body @Valid OrganisationDecision decision) {
    Office office = officeOf.of(organisationId, Right.KEEP_REGISTER);
    Decision paper =
        new Decision(decision.number().strip(), decision.decidedOn(), decision.effectiveOn());
    DeedKind kind = DeedKind.valueOf(decision.kind().name());
    return recorded(
        decideOnOrganisation.decide(office, key, organisationId, kind, paper, goal(decision)));
  }

  @Override
  public List<OrganisationDeed> deeds(UUID organisationId) {
    officeOf.of(organisationId, Right.SEE_REGISTER);
    return deeds.list(organisationId).stream()
        .map(
            deed ->
                new OrganisationDeed(
                    deed.id(),
                    deed.kind().name(),
                    deed.decisionNumber(),
                    deed.decidedOn(),
                    deed.effectiveOn(),
                    deed.fromName(),
                    deed.toName(),
                    deed.recordedAt()))
        .toList();
  }

  /** A goal out of the caller's sight is not there for her. */
  private @Nullable UUID goal(OrganisationDecision decision) {
    UUID toId = decision.toId();
    if (toId != null) {
      if (organisations.find(toId).isEmpty()) {
        throw new NotYours();
      }
      officeOf.of(toId, Right.KEEP_REGISTER);
    }
    return toId;
  }

  private static OrganisationRecorded recorded(DeedOutcome outcome) {
    if (outcome instanceof DeedOutcome.Done done) {
      return new OrganisationRecorded(done.organisationId());
    }
    throw new Refusal(problem(((DeedOutcome.Refused) outcome).reason()));
  }

  private static ProblemType problem(DeedOutcome.Reason reason) {
    return switch (reason) {
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
      case NOT_FOR_THIS_LEVEL -> ProblemType.ORGANISATION_NOT_FOR_THIS_LEVEL;
      case NOT_ITSELF -> ProblemType.ORGANISATION_NOT_ITSELF;
      case WRONG_STATUS -> ProblemType.ORGANISATION_WRONG_STATUS;
      case WRONG_PARENT -> ProblemType.ORGANISATION_WRONG_PARENT;
      case WRONG_SUCCESSOR -> ProblemType.ORGANISATION_WRONG_SUCCESSOR;
      case ORGANISATIONS_BELOW -> ProblemType.ORGANISATION_HAS_OTHERS_BELOW;
      case NO_ROOM -> ProblemType.ORGANISATION_NO_ROOM;
      case DATE_WRONG -> ProblemType.ORGANISATION_DATE_WRONG;
      case INPO_WRONG -> ProblemType.INPO_WRONG;
      case INPO_TAKEN -> ProblemType.INPO_TAKEN;
    };
  }
}
