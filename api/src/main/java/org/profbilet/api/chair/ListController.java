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
import org.profbilet.contract.chair.ListColumns;
import org.profbilet.contract.chair.ListLoads;
import org.profbilet.contract.chair.ListNaming;
import org.profbilet.contract.chair.ListPage;
import org.profbilet.contract.chair.ListPile;
import org.profbilet.contract.chair.ListPlan;
import org.profbilet.contract.chair.ListUndone;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.memberlists.ApplyList;
import org.profbilet.memberlists.ApplyOutcome;
import org.profbilet.memberlists.ExportMembers;
import org.profbilet.memberlists.PreviewList;
import org.profbilet.memberlists.PreviewOutcome;
import org.profbilet.memberlists.ReturnList;
import org.profbilet.memberlists.ReturnOutcome;
import org.profbilet.memberlists.RowOutcome;
import org.profbilet.memberlists.ShowLoads;
import org.profbilet.memberlists.ShowPlan;
import org.profbilet.memberlists.UndoList;
import org.profbilet.memberlists.UndoOutcome;
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
  private final UndoList undoList;
  private final ShowLoads showLoads;
  private final ReturnList returnList;
  private final ExportMembers exportMembers;
  private final MakeTemplate makeTemplate;
  private final Organisations organisations;
  private final Access access;
  private final Caller caller;

  ListController(
      PreviewList previewList,
      ShowPlan showPlan,
      ApplyList applyList,
      UndoList undoList,
      ShowLoads showLoads,
      ReturnList returnList,
      ExportMembers exportMembers,
      MakeTemplate makeTemplate,
      Organisations organisations,
      Access access,
      Caller caller) {
    this.previewList = previewList;
    this.showPlan = showPlan;
    this.applyList = applyList;
    this.undoList = undoList;
    this.showLoads = showLoads;
    this.returnList = returnList;
    this.exportMembers = exportMembers;
    this.makeTemplate = makeTemplate;
    this.organisations = organisations;
    this.access = access;
    this.caller = caller;
  }

  @Override
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public ListPlan preview(UUID primaryId, UUID key, @Part("file") CompletedFileUpload file) {
    return plan(previewList.preview(acting(primaryId), key, bytes(file)));
  }

  @Override
  public ListColumns columns(UUID primaryId, UUID planId) {
    return previewList
        .columns(acting(primaryId), planId)
        .map(ListViews::columns)
        .orElseThrow(() -> new Refusal(ProblemType.LIST_FILE_GONE));
  }

  @Override
  public ListPlan nameColumns(
      UUID primaryId, UUID planId, UUID key, @Body @Valid ListNaming naming) {
    return plan(previewList.rename(acting(primaryId), planId, key, ListViews.naming(naming)));
  }

  private static ListPlan plan(PreviewOutcome outcome) {
    if (outcome instanceof PreviewOutcome.Planned planned) {
      return ListViews.plan(planned.plan());
    }
    if (outcome instanceof PreviewOutcome.NotRead unread) {
      throw new Refusal(problem(unread), Sentences.of(unread.reason(), unread.details()));
    }
    throw new Refusal(problem(((PreviewOutcome.Refused) outcome).reason()));
  }

  @Override
  public ListLoads list(UUID primaryId) {
    return new ListLoads(showLoads.list(acting(primaryId)).stream().map(ListViews::plan).toList());
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
  public ListUndone undo(UUID primaryId, UUID planId) {
    UndoOutcome outcome = undoList.undo(acting(primaryId), planId);
    if (outcome instanceof UndoOutcome.Undone undone) {
      return ListViews.undone(undone.result());
    }
    throw new Refusal(problem(((UndoOutcome.Refused) outcome).reason()));
  }

  @Override
  public HttpResponse<byte[]> remarks(UUID primaryId, UUID planId) {
    ReturnOutcome outcome = returnList.withRemarks(acting(primaryId), planId);
    if (outcome instanceof ReturnOutcome.Returned returned) {
      return file(returned.workbook(), "remarks.xlsx");
    }
    throw new Refusal(problem(((ReturnOutcome.Refused) outcome).reason()));
  }

  @Override
  public HttpResponse<byte[]> export(UUID primaryId) {
    return file(exportMembers.export(acting(primaryId)), "members.xlsx");
  }

  @Override
  public HttpResponse<byte[]> template(UUID primaryId) {
    Acting acting = acting(primaryId);
    String inpo = organisations.get(acting.organisationId()).inpo();
    return file(makeTemplate.make(new Inpo(inpo)), "form.xlsx");
  }

  private static HttpResponse<byte[]> file(byte[] content, String name) {
    return HttpResponse.ok(content)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
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

  /** A table without the right names is not the end: the chair can say where her columns are. */
  private static ProblemType problem(PreviewOutcome.NotRead unread) {
    return unread.canBeNamed() ? ProblemType.LIST_COLUMNS_UNKNOWN : ProblemType.LIST_UNREADABLE;
  }

  private static ProblemType problem(ReturnOutcome.Reason reason) {
    return switch (reason) {
      case FILE_GONE -> ProblemType.LIST_FILE_GONE;
      case FILE_UNREADABLE -> ProblemType.LIST_UNREADABLE;
    };
  }

  private static ProblemType problem(UndoOutcome.Reason reason) {
    return switch (reason) {
      case NOT_APPLIED -> ProblemType.LIST_NOT_APPLIED;
      case TOO_LATE -> ProblemType.LIST_UNDO_TOO_LATE;
    };
  }

  private static ProblemType problem(PreviewOutcome.Reason reason) {
    return switch (reason) {
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
      case LIST_OF_ANOTHER_ORGANISATION -> ProblemType.LIST_OF_ANOTHER_ORGANISATION;
      case TOO_MANY_LISTS -> ProblemType.LIST_TOO_MANY;
      case COLUMN_TWICE -> ProblemType.LIST_COLUMN_TWICE;
      case FILE_GONE -> ProblemType.LIST_FILE_GONE;
    };
  }

  private static ProblemType problem(ApplyOutcome.Reason reason) {
    return switch (reason) {
      case PLAN_OUTDATED -> ProblemType.PLAN_OUTDATED;
      case PLAN_HAS_ERRORS -> ProblemType.PLAN_HAS_ERRORS;
    };
  }
}
