package org.profbilet.api.office;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.contract.office.RegisterApplied;
import org.profbilet.contract.office.RegisterChoice;
import org.profbilet.contract.office.RegisterForm;
import org.profbilet.contract.office.RegisterListApi;
import org.profbilet.contract.office.RegisterPage;
import org.profbilet.contract.office.RegisterPage.Row;
import org.profbilet.contract.office.RegisterPile;
import org.profbilet.contract.office.RegisterPlan;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.memberlists.form.ReadMemberList;
import org.profbilet.organisations.changes.Office;
import org.profbilet.registerlists.ApplyOutcome;
import org.profbilet.registerlists.ApplyRegister;
import org.profbilet.registerlists.Form;
import org.profbilet.registerlists.MakeTemplate;
import org.profbilet.registerlists.Outcome;
import org.profbilet.registerlists.Plan;
import org.profbilet.registerlists.PlannedRow;
import org.profbilet.registerlists.PreviewOutcome;
import org.profbilet.registerlists.PreviewRegister;
import org.profbilet.registerlists.Sentences;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class RegisterListController implements RegisterListApi {

  private final PreviewRegister previewRegister;
  private final ApplyRegister applyRegister;
  private final MakeTemplate makeTemplate;
  private final OfficeOf officeOf;

  RegisterListController(
      PreviewRegister previewRegister,
      ApplyRegister applyRegister,
      MakeTemplate makeTemplate,
      OfficeOf officeOf) {
    this.previewRegister = previewRegister;
    this.applyRegister = applyRegister;
    this.makeTemplate = makeTemplate;
    this.officeOf = officeOf;
  }

  @Override
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public RegisterPlan preview(
      UUID organisationId, UUID key, @Part("file") CompletedFileUpload file) {
    PreviewOutcome outcome = previewRegister.preview(own(organisationId), key, bytes(file));
    if (outcome instanceof PreviewOutcome.Planned planned) {
      return view(planned.plan());
    }
    if (outcome instanceof PreviewOutcome.NotRead unread) {
      throw new Refusal(ProblemType.REGISTER_UNREADABLE, unread.sentence());
    }
    throw new Refusal(ProblemType.IDEMPOTENCY_MISMATCH);
  }

  @Override
  public RegisterPage show(
      UUID organisationId, UUID planId, @Nullable RegisterPile pile, int cursor, int limit) {
    Outcome outcome = pile == null ? null : Outcome.valueOf(pile.name());
    PreviewRegister.Page page =
        previewRegister
            .show(own(organisationId), planId, outcome, cursor, limit + 1)
            .orElseThrow(NotYours::new);
    List<Row> rows = page.rows().stream().limit(limit).map(RegisterListController::view).toList();
    boolean isLast = page.rows().size() <= limit;
    return new RegisterPage(
        view(page.plan()), rows, isLast ? null : rows.get(rows.size() - 1).row());
  }

  @Override
  public RegisterApplied apply(
      UUID organisationId, UUID planId, @Body @Valid RegisterChoice choice) {
    ApplyOutcome outcome = applyRegister.apply(own(organisationId), planId, choice.onlyValid());
    if (outcome instanceof ApplyOutcome.Applied applied) {
      return new RegisterApplied(applied.rows());
    }
    throw new Refusal(problem(((ApplyOutcome.Refused) outcome).reason()));
  }

  @Override
  public HttpResponse<byte[]> template(UUID organisationId, RegisterForm form) {
    own(organisationId);
    return HttpResponse.ok(makeTemplate.make(Form.valueOf(form.name())))
        .header("Content-Disposition", "attachment; filename=\"register.xlsx\"")
        .header("Cache-Control", "no-store");
  }

  /** Plans belong to the very office that sent the file. */
  private Office own(UUID organisationId) {
    return officeOf.of(organisationId, Right.LOAD_REGISTER);
  }

  private static ProblemType problem(ApplyOutcome.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> ProblemType.NOT_FOUND;
      case OUTDATED -> ProblemType.PLAN_OUTDATED;
      case HAS_ERRORS -> ProblemType.PLAN_HAS_ERRORS;
      case NOTHING_TO_DO -> ProblemType.REGISTER_NOTHING_TO_DO;
    };
  }

  private static RegisterPlan view(Plan plan) {
    return new RegisterPlan(
        plan.id(),
        plan.form().name(),
        plan.createdAt(),
        plan.count(Outcome.NEW),
        plan.count(Outcome.CHANGED),
        plan.count(Outcome.UNCHANGED),
        plan.count(Outcome.ERROR),
        plan.ignored(),
        plan.appliedAt());
  }

  private static Row view(PlannedRow row) {
    return new Row(
        row.number(),
        row.outcome().name(),
        row.title(),
        row.changes(),
        row.remarks().stream().map(Sentences::of).toList());
  }

  /** One byte more than a table may have is enough to refuse the file. */
  private static byte[] bytes(CompletedFileUpload file) {
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(ReadMemberList.LARGEST_FILE + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
