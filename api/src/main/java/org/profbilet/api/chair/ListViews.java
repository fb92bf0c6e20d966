package org.profbilet.api.chair;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.profbilet.contract.chair.ListApplied;
import org.profbilet.contract.chair.ListColumn;
import org.profbilet.contract.chair.ListColumns;
import org.profbilet.contract.chair.ListNaming;
import org.profbilet.contract.chair.ListPage;
import org.profbilet.contract.chair.ListPile;
import org.profbilet.contract.chair.ListPlan;
import org.profbilet.contract.chair.ListUndone;
import org.profbilet.memberlists.Plan;
import org.profbilet.memberlists.PlanResult;
import org.profbilet.memberlists.PlannedRow;
import org.profbilet.memberlists.RowOutcome;
import org.profbilet.memberlists.ShowPlan;
import org.profbilet.memberlists.UndoResult;
import org.profbilet.memberlists.form.Column;
import org.profbilet.memberlists.form.FileColumn;
import org.profbilet.memberlists.form.Naming;
import org.profbilet.memberlists.form.RowProblem;
import org.profbilet.memberlists.form.Sentences;

/** Plans as the contract shows them. */
final class ListViews {

  private ListViews() {}

  static ListPlan plan(Plan plan) {
    PlanResult result = plan.result();
    return new ListPlan(
        plan.id(),
        plan.createdAt(),
        plan.format(),
        plan.rows(),
        plan.count(RowOutcome.NEW),
        plan.count(RowOutcome.CHANGED),
        plan.count(RowOutcome.UNCHANGED),
        plan.count(RowOutcome.SIMILAR),
        plan.count(RowOutcome.DUPLICATE_ELSEWHERE),
        plan.count(RowOutcome.ERROR),
        plan.warnings(),
        plan.missing(),
        plan.statedTotal(),
        plan.ignoredColumns(),
        plan.sameFileAppliedAt(),
        plan.progress(),
        result == null ? null : applied(result),
        plan.appliedAt(),
        plan.undoUntil(),
        plan.undone() == null ? null : undone(plan.undone()));
  }

  static ListUndone undone(UndoResult result) {
    return new ListUndone(
        result.removed(),
        result.restored(),
        result.kept().stream()
            .map(
                kept ->
                    new ListUndone.Kept(
                        kept.personId(),
                        kept.reason().name(),
                        Sentences.text("undo." + kept.reason())))
            .toList());
  }

  static ListColumns columns(List<FileColumn> columns) {
    return new ListColumns(
        columns.stream().map(ListViews::column).toList(),
        Arrays.stream(Column.values())
            .map(
                column ->
                    new ListColumns.OfForm(
                        ListColumn.valueOf(column.name()), column.header(), column.isNeeded()))
            .toList());
  }

  private static ListColumns.InFile column(FileColumn column) {
    return new ListColumns.InFile(
        column.place(),
        column.key(),
        column.name(),
        column.column() == null ? null : ListColumn.valueOf(column.column().name()),
        column.recognised().name(),
        column.share(),
        column.samples());
  }

  static Naming naming(ListNaming naming) {
    return new Naming(
        naming.columns().stream()
            .collect(
                Collectors.toMap(
                    ListNaming.Named::key,
                    named -> named.column() == null ? "" : named.column().name(),
                    (one, other) -> other)));
  }

  static ListApplied applied(PlanResult result) {
    return new ListApplied(
        result.added(), result.changed(), result.unchanged(), result.heldBack(), result.consents());
  }

  /**
   * @param page one row more than asked for where there are more
   */
  static ListPage page(ShowPlan.Page page, int limit) {
    List<PlannedRow> rows = page.rows().stream().limit(limit).toList();
    Integer next = page.rows().size() > limit ? rows.get(rows.size() - 1).rowNumber() : null;
    return new ListPage(plan(page.plan()), rows.stream().map(ListViews::row).toList(), next);
  }

  private static ListPage.Row row(PlannedRow row) {
    List<ListPage.Change> changes =
        row.changes().stream()
            .map(
                change ->
                    new ListPage.Change(
                        change.field(),
                        FieldTitles.of(change.field()),
                        change.before(),
                        change.after()))
            .toList();
    return new ListPage.Row(
        row.rowNumber(),
        ListPile.valueOf(row.outcome().name()),
        row.title(),
        row.personId(),
        changes,
        row.problems().stream().map(ListViews::remark).toList());
  }

  private static ListPage.Remark remark(RowProblem problem) {
    return new ListPage.Remark(
        problem.column(),
        problem.code().name(),
        problem.severity() == RowProblem.Severity.ERROR,
        Sentences.of(problem));
  }
}
