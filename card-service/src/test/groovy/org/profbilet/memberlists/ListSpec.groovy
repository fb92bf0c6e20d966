package org.profbilet.memberlists

import com.github.f4b6a3.uuid.UuidCreator
import jakarta.inject.Inject
import org.profbilet.access.Acting
import org.profbilet.memberlists.ApplyList.Choice
import org.profbilet.memberlists.form.Lists
import org.profbilet.organisations.Inpo
import org.profbilet.organisations.Level
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation
import org.profbilet.testing.UnionSpec

/** Lists loaded into the register of a small Union. */
abstract class ListSpec extends UnionSpec {

  @Inject
  PreviewList previewList

  @Inject
  ApplyList applyList

  @Inject
  ShowPlan showPlan

  /** People of other features stand in other primaries, and would be found there. */
  def setup() {
    asSuperuser { it.execute('TRUNCATE members.person, memberlists.plan CASCADE') }
  }

  protected PreviewOutcome preview(Acting acting, byte[] file, UUID key = UuidCreator.timeOrderedEpoch) {
    previewList.preview(acting, key, file)
  }

  protected Plan plan(Acting acting, byte[] file) {
    def outcome = preview(acting, file)
    assert outcome instanceof PreviewOutcome.Planned: outcome.properties
    outcome.plan()
  }

  protected PlanResult load(Acting acting, byte[] file, Choice choice = Choice.everything()) {
    def outcome = applyList.apply(acting, plan(acting, file).id(), choice)
    assert outcome instanceof ApplyOutcome.Applied: outcome.properties
    outcome.result()
  }

  protected List<PlannedRow> rows(Acting acting, Plan plan, RowOutcome pile = null) {
    showPlan.show(acting, plan.id(), pile, 0, 20_000).rows()
  }

  protected UUID primaryNumbered(String inpo) {
    registerOrganisation.register(new NewOrganisation(
      new Inpo(inpo), Level.PRIMARY, local, 'Первичка', 'Первичка', null, 'Europe/Moscow', null))
  }

  protected static byte[] school() {
    Lists.stored('members-school-52.csv')
  }

  protected static byte[] olga(Map<String, Object> changed = [:]) {
    Lists.sheet([Lists.OLGA + changed])
  }

  protected int rowsOf(String table, UUID primary = primary) {
    asSuperuser { it.firstRow("SELECT count(*) AS n FROM $table WHERE primary_id = ?".toString(), [primary]).n } as int
  }

  protected String text(String query, UUID primary = primary) {
    asSuperuser { it.firstRow(query, [primary])?.values()?.first() }
  }
}
