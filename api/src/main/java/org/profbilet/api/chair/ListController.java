package org.profbilet.api.chair;

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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.ListApi;
import org.profbilet.contract.chair.ListApplied;
import org.profbilet.contract.chair.ListChoice;
import org.profbilet.contract.chair.ListPage;
import org.profbilet.contract.chair.ListPile;
import org.profbilet.contract.chair.ListPlan;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.memberlists.ApplyList;
import org.profbilet.memberlists.ApplyOutcome;
import org.profbilet.memberlists.PreviewList;
import org.profbilet.memberlists.PreviewOutcome;
import org.profbilet.memberlists.RowOutcome;
import org.profbilet.memberlists.ShowPlan;
import org.profbilet.memberlists.form.MakeTemplate;
import org.profbilet.memberlists.form.ReadMemberList;
import org.profbilet.memberlists.form.Sentences;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Organisations;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class ListController implements ListApi {

  private final PreviewList previewList;
  private final ShowPlan showPlan;
  private final ApplyList applyList;
  private final MakeTemplate makeTemplate;
  private final Organisations organisations;
  private final Access access;
  private final Caller caller;

  ListController(
      PreviewList previewList,
      ShowPlan showPlan,
      ApplyList applyList,
      MakeTemplate makeTemplate,
      Organisations organisations,
      Access access,
      Caller caller) {
    this.previewList = previewList;
    this.showPlan = showPlan;
    this.applyList = applyList;
    this.makeTemplate = makeTemplate;
    this.organisations = organisations;
    this.access = access;
    this.caller = caller;
  }

  @Override
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public ListPlan preview(UUID primaryId, UUID key, @Part("file") CompletedFileUpload file) {
    Acting acting = acting(primaryId);
    PreviewOutcome outcome = previewList.preview(acting, key, bytes(file));
    if (outcome instanceof PreviewOutcome.Planned planned) {
      return ListViews.plan(planned.plan());
    }
    if (outcome instanceof PreviewOutcome.NotRead unread) {
      String sentence = Sentences.of(unread.reason(), unread.details());
      throw new Refusal(ProblemType.LIST_UNREADABLE, sentence);
    }
    throw new Refusal(problem(((PreviewOutcome.Refused) outcome).reason()));
  }

  @Override
  public ListPage show(
      UUID primaryId, UUID planId, @Nullable ListPile pile, int cursor, int limit) {
    RowOutcome outcome = pile == null ? null : RowOutcome.valueOf(pile.name());
    ShowPlan.Page page = showPlan.show(acting(primaryId), planId, outcome, cursor, limit + 1);
    return ListViews.page(page, limit);
  }

  @Override
  public ListApplied apply(UUID primaryId, UUID planId, @Body @Valid ListChoice choice) {
    ApplyList.Choice decided =
        new ApplyList.Choice(
            choice.onlyValid(), Set.copyOf(choice.samePerson()), Set.copyOf(choice.otherPerson()));
    ApplyOutcome outcome = applyList.apply(acting(primaryId), planId, decided);
    if (outcome instanceof ApplyOutcome.Applied applied) {
      return ListViews.applied(applied.result());
    }
    throw new Refusal(problem(((ApplyOutcome.Refused) outcome).reason()));
  }

  @Override
  public HttpResponse<byte[]> template(UUID primaryId) {
    Acting acting = acting(primaryId);
    String inpo = organisations.get(acting.organisationId()).inpo();
    return HttpResponse.ok(makeTemplate.make(new Inpo(inpo)))
        .header("Content-Disposition", "attachment; filename=\"members.xlsx\"")
        .header("Cache-Control", "no-store");
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.KEEP_MEMBERS);
  }

  /** One byte more than a list may have is enough to refuse the file. */
  private static byte[] bytes(CompletedFileUpload file) {
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(ReadMemberList.LARGEST_FILE + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemType problem(PreviewOutcome.Reason reason) {
    return switch (reason) {
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
      case LIST_OF_ANOTHER_ORGANISATION -> ProblemType.LIST_OF_ANOTHER_ORGANISATION;
      case TOO_MANY_LISTS -> ProblemType.LIST_TOO_MANY;
    };
  }

  private static ProblemType problem(ApplyOutcome.Reason reason) {
    return switch (reason) {
      case PLAN_OUTDATED -> ProblemType.PLAN_OUTDATED;
      case PLAN_HAS_ERRORS -> ProblemType.PLAN_HAS_ERRORS;
    };
  }
}
