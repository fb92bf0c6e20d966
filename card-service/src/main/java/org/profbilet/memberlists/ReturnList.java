package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.memberlists.ReturnOutcome.Reason;
import org.profbilet.memberlists.ReturnOutcome.Refused;
import org.profbilet.memberlists.ReturnOutcome.Returned;
import org.profbilet.memberlists.UploadStore.Upload;
import org.profbilet.memberlists.form.AnnotateList;
import org.profbilet.memberlists.form.AnnotateList.Remarks;
import org.profbilet.memberlists.form.Sentences;

/** Gives the sent file back with what is wrong in it, row by row. */
@Singleton
public class ReturnList {

  private final FindUpload findUpload;
  private final ShowPlan showPlan;
  private final AnnotateList annotateList;

  ReturnList(FindUpload findUpload, ShowPlan showPlan, AnnotateList annotateList) {
    this.findUpload = findUpload;
    this.showPlan = showPlan;
    this.annotateList = annotateList;
  }

  /**
   * @throws org.profbilet.access.NotYours where this primary has no such plan
   */
  public ReturnOutcome withRemarks(Acting acting, UUID planId) {
    List<PlannedRow> rows = showPlan.show(acting, planId, null, 0, Integer.MAX_VALUE).rows();
    Map<Integer, Remarks> remarks = new HashMap<>();
    for (PlannedRow row : rows) {
      List<String> sentences = sentences(row.outcome());
      if (!row.problems().isEmpty() || !sentences.isEmpty()) {
        remarks.put(row.rowNumber(), new Remarks(row.problems(), sentences));
      }
    }
    Optional<Upload> upload = findUpload.find(acting, planId);
    if (upload.isEmpty()) {
      return new Refused(Reason.FILE_GONE);
    }
    return annotateList
        .annotate(upload.get().content(), upload.get().naming(), remarks)
        .<ReturnOutcome>map(Returned::new)
        .orElseGet(() -> new Refused(Reason.FILE_UNREADABLE));
  }

  private static List<String> sentences(RowOutcome outcome) {
    return switch (outcome) {
      case SIMILAR, DUPLICATE_ELSEWHERE -> List.of(Sentences.text("outcome." + outcome));
      case NEW, CHANGED, UNCHANGED, ERROR -> List.of();
    };
  }
}
