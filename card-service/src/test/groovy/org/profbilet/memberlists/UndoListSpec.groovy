package org.profbilet.memberlists

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.Acting
import org.profbilet.access.NotYours
import org.profbilet.memberlists.ApplyList.Choice
import org.profbilet.memberlists.form.Lists
import org.profbilet.members.EndMembership
import org.profbilet.members.EndReason

@MicronautTest(transactional = false)
class UndoListSpec extends ListSpec {

  @Inject
  UndoList undoList

  @Inject
  ExportMembers exportMembers

  @Inject
  EndMembership endMembership

  def "a list loaded by mistake is taken back, and nothing of it stays"() {
    given:
    def chair = chair()
    def empty = dump()
    def plan = applied(chair, school())

    when:
    def result = undo(chair, plan)

    then:
    result == new UndoResult(52, 0, [])
    dump() == empty
    showPlan.show(chair, plan, null, 0, 1).plan().undone() == result
    text("SELECT action FROM audit.entry WHERE organisation_id = ? AND action LIKE 'LIST%' ORDER BY at DESC, id DESC LIMIT 1") == 'LIST_UNDONE'
  }

  def "what a list changed is as before, to the last address and consent"() {
    given:
    def chair = chair()
    applied(chair, olga('Телефон': '89131234567', 'Согласие 1': '15.03.2025'))
    def before = dump(false)
    clock.advance(Duration.ofMinutes(5))

    when:
    def plan = applied(chair, olga(
      'Должность (профессия) / курс, группа': 'завуч', 'Телефон': '89137654321', 'E-mail': 'olga@example.org',
      'Согласие 1': '20.04.2025', 'Согласие 2': '20.04.2025'))
    def result = undo(chair, plan)

    then:
    result == new UndoResult(0, 1, [])
    dump(false) == before
  }

  def "a paper of a list that was taken back can be recorded by the right list, of whatever day"() {
    given:
    def chair = chair()
    applied(chair, olga())
    def plan = applied(chair, olga('Согласие 1': '20.04.2025'))
    undo(chair, plan)

    when:
    def right = this.plan(chair, olga('Согласие 1': '15.03.2025'))

    then:
    rows(chair, right)[0].changes()*.field() == ['CONSENT_UNION_PROCESSING']
    applyList.apply(chair, right.id(), Choice.everything()).result().consents() == 1
    text("SELECT string_agg(state || ' ' || form, ', ' ORDER BY version) FROM consents.decision WHERE primary_id = ?") ==
      'GIVEN PAPER, UNKNOWN RULE, GIVEN PAPER'
  }

  def "one who came back with the list is off record again"() {
    given:
    def chair = chair()
    applied(chair, olga())
    def person = onlyPerson()
    endMembership.end(chair, person, LocalDate.of(2026, 1, 1), EndReason.DISMISSED)
    def before = dump(false)

    when:
    def plan = applied(chair, olga('Дата постановки на учёт в ППО': '01.02.2026'))
    def result = undo(chair, plan)

    then:
    result == new UndoResult(0, 1, [])
    dump(false) == before
  }

  def "who was touched since stays, and it is told who and why: #why"() {
    given:
    def chair = chair()
    def plan = applied(chair, Lists.sheet([Lists.OLGA + ['Телефон': '89131234567', 'Согласие 1': '15.03.2025'], Lists.OLGA + ['Имя': 'Анна']]))
    def olga = person('Ольга')
    clock.advance(Duration.ofMinutes(5))
    touch.call(this, chair, olga)

    when:
    def result = undo(chair, plan)

    then:
    result.removed() == 1
    result.kept() == [new UndoResult.Kept(olga, why)]
    rowsOf('members.person') == 1
    rowsOf('contacts.contact') >= 1
    rowsOf('consents.decision') >= 1

    where:
    why                                    | touch
    UndoResult.Reason.RECORD_CHANGED       | { spec, by, whom -> spec.applied(by, spec.olga('Должность (профессия) / курс, группа': 'завуч')) }
    UndoResult.Reason.ADDRESS_CHANGED      | { spec, by, whom -> spec.applied(by, spec.olga('Телефон': '89137654321')) }
    UndoResult.Reason.CONSENT_CHANGED      | { spec, by, whom -> spec.applied(by, spec.olga('Телефон': '89131234567', 'Согласие 2': '16.03.2025')) }
    UndoResult.Reason.NO_LONGER_ON_RECORD  | { spec, by, whom -> spec.endMembership.end(by, whom, LocalDate.of(2026, 2, 1), EndReason.RESIGNED) }
    UndoResult.Reason.IN_USE               | { spec, by, whom -> spec.aDevice(whom) }
  }

  def "there are 72 hours to take a list back"() {
    given:
    def chair = chair()
    def plan = applied(chair, olga())

    when:
    clock.advance(Duration.ofHours(72).minusSeconds(1))

    then:
    showPlan.show(chair, plan, null, 0, 1).plan().undoUntil() == clock.instant().plusSeconds(1)

    when:
    clock.advance(Duration.ofSeconds(1))

    then:
    undoList.undo(chair, plan).reason() == UndoOutcome.Reason.TOO_LATE
    showPlan.show(chair, plan, null, 0, 1).plan().undoUntil() == null
    rowsOf('members.person') == 1
  }

  def "undone once, undone twice: the answer is the same"() {
    given:
    def chair = chair()
    def plan = applied(chair, school())
    def first = undo(chair, plan)
    applied(chair, olga())

    expect:
    undo(chair, plan) == first
    rowsOf('members.person') == 1
  }

  def "a plan that was not applied cannot be undone, and another primary's is not found"() {
    given:
    def plan = plan(chair(), school())

    when:
    def outcome = undoList.undo(chair(), plan.id())
    undoList.undo(chair(otherPrimary), plan.id())

    then:
    outcome.reason() == UndoOutcome.Reason.NOT_APPLIED
    thrown(NotYours)
  }

  def "the right list can be loaded after the wrong one was taken back"() {
    given:
    def chair = chair()
    def plan = applied(chair, school())
    undo(chair, plan)

    when:
    def again = this.plan(chair, school())

    then:
    again.sameFileAppliedAt() == null
    applyList.apply(chair, again.id(), Choice.everything()).result().added() == 52
  }

  def "a plan made before an undoing is outdated, even where the counts are the same again"() {
    given:
    def chair = chair()
    def first = applied(chair, olga())
    def waiting = plan(chair, olga('Должность (профессия) / курс, группа': 'завуч'))
    undo(chair, first)
    applied(chair, olga('Имя': 'Анна'))

    expect:
    applyList.apply(chair, waiting.id(), Choice.everything()).reason() == ApplyOutcome.Reason.PLAN_OUTDATED
  }

  def "any list applied and undone is no list at all (seed #seed)"() {
    given:
    def chair = chair()
    def random = new Random(seed)
    load(chair, RandomLists.people(random, 20, 0))
    clock.advance(Duration.ofMinutes(1))
    def before = dump(false)

    when:
    def plan = plan(chair, RandomLists.people(random, 20, 0.2))
    applyList.apply(chair, plan.id(), Choice.validOnly())
    def result = undo(chair, plan.id())

    then:
    result.kept() == []
    dump(false) == before

    where:
    seed << (1..12)
  }

  protected UUID applied(Acting acting, byte[] file) {
    def plan = plan(acting, file)
    assert applyList.apply(acting, plan.id(), Choice.everything()) instanceof ApplyOutcome.Applied
    plan.id()
  }

  private UndoResult undo(Acting acting, UUID plan) {
    undoList.undo(acting, plan).result()
  }

  private UUID person(String firstName) {
    asSuperuser { it.firstRow('SELECT id FROM members.person WHERE primary_id = ? AND first_name = ?', [primary, firstName]).id }
  }

  private UUID onlyPerson() {
    asSuperuser { it.firstRow('SELECT id FROM members.person WHERE primary_id = ?', [primary]).id }
  }

  /** What is in force or refused; that nothing is known is the same whether it was asked before or not. */
  private List<String> consents() {
    asSuperuser {
      it.rows('''
        SELECT concat_ws(' ', c.person_id, c.purpose, c.channel, c.state, d.signed_on, d.form, d.text_id, d.keeper_id) AS line
          FROM consents.current c
          JOIN consents.decision d ON d.id = c.decision_id
         WHERE c.primary_id = ? AND d.cause IS DISTINCT FROM 'LIST_UNDONE'
         ORDER BY 1''', [primary])*.line
    }
  }

  /** Everything the register says of the people; history, ledger and versions only grow. */
  private Map<String, List<String>> dump(boolean withHistory = true) {
    def volatileColumns = "ARRAY['version', 'recorded_at', 'recorded_by']"
    def tables = ['members.person', 'members.membership', 'contacts.contact'] +
      (withHistory ? ['members.change', 'members.state', 'consents.decision', 'consents.current'] : [])
    [consents: consents()] + tables.collectEntries { table ->
      [table, asSuperuser {
        it.rows("SELECT CAST(to_jsonb(t) - $volatileColumns AS text) AS line FROM $table t WHERE primary_id = ? ORDER BY 1".toString(), [primary])*.line
      }]
    }
  }
}
