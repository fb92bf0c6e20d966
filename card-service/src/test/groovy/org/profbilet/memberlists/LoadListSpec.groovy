package org.profbilet.memberlists

import static org.profbilet.memberlists.RowOutcome.CHANGED
import static org.profbilet.memberlists.RowOutcome.DUPLICATE_ELSEWHERE
import static org.profbilet.memberlists.RowOutcome.ERROR
import static org.profbilet.memberlists.RowOutcome.NEW
import static org.profbilet.memberlists.RowOutcome.SIMILAR
import static org.profbilet.memberlists.RowOutcome.UNCHANGED

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.LocalDate
import org.profbilet.access.NotYours
import org.profbilet.memberlists.ApplyList.Choice
import org.profbilet.memberlists.form.Lists
import org.profbilet.memberlists.form.Unreadable
import org.profbilet.members.EndMembership
import org.profbilet.members.EndReason
import org.profbilet.members.Members
import org.profbilet.members.TicketNumber

@MicronautTest(transactional = false)
class LoadListSpec extends ListSpec {

  @Inject
  EndMembership endMembership

  @Inject
  Members members

  def "a list of 52 people is shown first and then registered, each with a ticket number for life"() {
    given:
    def chair = chair()

    when:
    def plan = plan(chair, school())

    then:
    plan.rows() == 52
    plan.count(NEW) == 52
    rowsOf('members.person') == 0

    when:
    def outcome = applyList.apply(chair, plan.id(), Choice.everything())

    then:
    outcome.result().added() == 52
    rowsOf('members.person') == 52
    rowsOf('members.membership') == 52
    tickets().every { TicketNumber.isValid(it) }
    tickets().unique().size() == 52
    asSuperuser {
      it.firstRow('SELECT value FROM contacts.contact WHERE primary_id = ? AND value LIKE ?', [primary, '%orlova3@%']).value
    } == 'alena.orlova3@example.org'
  }

  def "the dates of consents in the list become papers in the ledger, kept by the primary"() {
    given:
    def chair = chair()

    when:
    def result = load(chair, school())

    then:
    result.consents() == rowsOf('consents.decision')
    result.consents() > 100
    asSuperuser {
      it.firstRow('''
        SELECT count(*) AS n
          FROM consents.decision
         WHERE primary_id = ?
           AND (form <> 'PAPER' OR keeper_id <> primary_id OR recorded_by <> ? OR signed_on <> '2025-03-15')''',
        [primary, chair.accountId()]).n
    } == 0
  }

  def "the same file again changes nothing"() {
    given:
    def chair = chair()
    load(chair, school())
    def before = [rowsOf('members.change'), rowsOf('consents.decision'), rowsOf('contacts.contact')]

    when:
    def again = plan(chair, school())
    def result = applyList.apply(chair, again.id(), Choice.everything()).result()

    then:
    again.count(NEW) == 0
    again.count(CHANGED) == 0
    again.count(UNCHANGED) == 52
    again.sameFileAppliedAt() == clock.instant()
    result == new PlanResult(0, 0, 52, 0, 0)
    before == [rowsOf('members.change'), rowsOf('consents.decision'), rowsOf('contacts.contact')]
  }

  def "the same list saved by another program changes nothing either"() {
    given:
    def chair = chair(primaryNumbered('16-001-0001'))
    load(chair, school())

    expect:
    plan(chair, Lists.stored("members-school-52.$ending")).count(UNCHANGED) == 52

    cleanup:
    asSuperuser { it.execute("UPDATE organisations.organisation SET inpo = '${UUID.randomUUID().toString().take(18)}' WHERE inpo = '16-001-0001'".toString()) }

    where:
    ending << ['xlsx', 'xls', 'ods']
  }

  def "a messy list is refused whole"() {
    given:
    def chair = chair()
    def plan = plan(chair, Lists.stored('members-messy-60.xlsx'))

    when:
    def outcome = applyList.apply(chair, plan.id(), Choice.everything())

    then:
    plan.count(ERROR) == 14
    plan.count(NEW) == 45
    plan.statedTotal() == 60
    outcome.reason() == ApplyOutcome.Reason.PLAN_HAS_ERRORS
    rowsOf('members.person') == 0
  }

  def "a messy list is accepted row by row, and what is wrong stays out"() {
    given:
    def chair = chair()
    def plan = plan(chair, Lists.stored('members-messy-60.xlsx'))

    when:
    def result = applyList.apply(chair, plan.id(), Choice.validOnly()).result()

    then:
    result.added() == 45
    result.heldBack() == 14
    rowsOf('members.person') == 45
    rows(chair, plan, ERROR).every { it.member() == null && it.problems() }
    rows(chair, plan, ERROR)*.rowNumber() == [8, 11, 16, 20, 23, 25, 27, 30, 32, 33, 35, 36, 37, 38]
  }

  def "nothing is done by halves: when the last step fails, no row stays"() {
    given:
    def chair = chair()
    def plan = plan(chair, school())
    asSuperuser {
      it.execute('''
        CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''planted''; END' ''')
      it.execute('CREATE TRIGGER planted BEFORE INSERT ON consents.decision FOR EACH ROW EXECUTE FUNCTION public.fail()')
    }

    when:
    applyList.apply(chair, plan.id(), Choice.everything())

    then:
    thrown(Exception)
    ['members.person', 'members.membership', 'members.change', 'contacts.contact', 'consents.decision'].every { rowsOf(it) == 0 }

    when:
    removeFault()

    then:
    applyList.apply(chair, plan.id(), Choice.everything()).result().added() == 52

    cleanup:
    removeFault()
  }

  def "a change is shown as what was and what will be, and kept in the history"() {
    given:
    def chair = chair()
    load(chair, olga('Телефон': '89131234567'))

    when:
    def plan = plan(chair, olga('Должность (профессия) / курс, группа': 'завуч', 'Телефон': '89137654321'))
    def row = rows(chair, plan, CHANGED)[0]

    then:
    row.changes()*.field() == ['POSITION', 'PHONE']
    row.changes()*.before() == ['учитель', '+79131234567']
    row.changes()*.after() == ['завуч', '+79137654321']

    when:
    applyList.apply(chair, plan.id(), Choice.everything())

    then:
    text("SELECT old_value || ' → ' || new_value FROM members.change WHERE primary_id = ? AND field = 'POSITION'") == 'учитель → завуч'
    text('SELECT value FROM contacts.contact WHERE primary_id = ? AND replaced_at IS NULL') == '+79137654321'
    rowsOf('contacts.contact') == 2
  }

  def "an empty cell erases nothing"() {
    given:
    def chair = chair()
    load(chair, olga('Образование': 'высшее', 'Телефон': '89131234567', 'Номер бумажного билета': '00123'))

    expect:
    plan(chair, olga('Образование': null)).count(UNCHANGED) == 1
  }

  def "a consent that is new in the list is a change"() {
    given:
    def chair = chair()
    load(chair, olga())

    when:
    def plan = plan(chair, olga('Согласие 1': '15.03.2025'))

    then:
    rows(chair, plan, CHANGED)[0].changes()*.field() == ['CONSENT_UNION_PROCESSING']
    applyList.apply(chair, plan.id(), Choice.everything()).result().consents() == 1
  }

  def "a consent dated before there were words to sign is told and not recorded"() {
    given:
    def chair = chair()

    when:
    def plan = plan(chair, olga('Согласие 1': '15.03.1999'))

    then:
    rows(chair, plan)[0].problems()*.code()*.name() == ['CONSENT_WITHOUT_TEXT']
    applyList.apply(chair, plan.id(), Choice.everything()).result().consents() == 0
  }

  def "#what looks like the same person, and the chair decides"() {
    given:
    def chair = chair()
    load(chair, olga('Имя': 'Алёна', 'Дата рождения': '03.05.1980'))

    when:
    def plan = plan(chair, olga(['Имя': 'Алёна', 'Дата рождения': '03.05.1980'] + written))

    then:
    rows(chair, plan)*.outcome() == [SIMILAR]
    applyList.apply(chair, plan.id(), Choice.everything()).reason() == ApplyOutcome.Reason.PLAN_HAS_ERRORS

    when:
    def result = applyList.apply(chair, plan.id(), new Choice(false, same as Set, other as Set)).result()

    then:
    [result.added(), result.changed()] == done
    rowsOf('members.person') == people

    where:
    what                            | written                         | same | other || done   | people
    'е for ё'                       | ['Имя': 'Алена']                | [2]  | []    || [0, 1] | 1
    'day and month in other places' | ['Дата рождения': '05.03.1980'] | [2]  | []    || [0, 1] | 1
    'one digit of the year'         | ['Дата рождения': '03.05.1986'] | []   | [2]   || [1, 0] | 2
    'another surname'               | ['Фамилия': 'Белова']           | [2]  | []    || [0, 1] | 1
    'a letter left out'             | ['Имя': 'Алёа']                 | [2]  | []    || [0, 1] | 1
    'no patronymic'                 | ['Отчество': null]              | []   | [2]   || [1, 0] | 2
  }

  def "somebody on record in another primary is held back, and where is not told"() {
    given:
    load(chair(otherPrimary), olga())
    def chair = chair()

    when:
    def plan = plan(chair, olga())
    def row = rows(chair, plan)[0]

    then:
    row.outcome() == DUPLICATE_ELSEWHERE
    row.personId() == null
    row.changes().empty
    !row.problems().toString().contains(otherPrimary.toString())
    applyList.apply(chair, plan.id(), Choice.validOnly()).result().heldBack() == 1
    rowsOf('members.person') == 0
  }

  def "other primaries are asked for nobody but within one's own scope"() {
    given:
    load(chair(otherPrimary), olga())
    def asked = [new Members.Asked(Lists.list(olga()).rows()[0].person().name(), LocalDate.of(1980, 2, 1))]

    expect:
    inTransaction { members.matchElsewhere(primary, asked) } == []
    inTransaction { rowScope.primary(otherPrimary); members.matchElsewhere(primary, asked) } == []
    inTransaction { rowScope.primary(primary); members.matchElsewhere(primary, asked) } == [0]
  }

  def "people who are not in the file are counted and never ended"() {
    given:
    def chair = chair()
    load(chair, school())

    when:
    def plan = plan(chair, olga())
    applyList.apply(chair, plan.id(), Choice.everything())

    then:
    plan.missing() == 52
    asSuperuser { it.firstRow('SELECT count(*) AS n FROM members.membership WHERE primary_id = ? AND valid_until IS NULL', [primary]).n } == 53
  }

  def "one who had left comes back with the same ticket and a new period"() {
    given:
    def chair = chair()
    load(chair, olga())
    def person = UUID.fromString(text('SELECT CAST(id AS text) AS id FROM members.person WHERE primary_id = ?'))
    endMembership.end(chair, person, LocalDate.of(2026, 6, 1), EndReason.DISMISSED)

    when:
    def plan = plan(chair, olga('Дата постановки на учёт в ППО': '01.09.2026'))
    def result = applyList.apply(chair, plan.id(), Choice.everything()).result()

    then:
    result.added() == 1
    rowsOf('members.person') == 1
    asSuperuser { it.rows('SELECT valid_from, valid_until FROM members.membership WHERE primary_id = ? ORDER BY valid_from', [primary]) }
      .collect { [it.valid_from as String, it.valid_until as String] } ==
      [['2001-09-01', '2026-06-01'], ['2026-09-01', null]]
  }

  def "a plan is applied once; the second time gives the same answer"() {
    given:
    def chair = chair()
    def plan = plan(chair, school())
    def first = applyList.apply(chair, plan.id(), Choice.everything())

    expect:
    applyList.apply(chair, plan.id(), Choice.everything()) == first
    rowsOf('members.person') == 52
  }

  def "a plan is outdated when the register has changed since"() {
    given:
    def chair = chair()
    def plan = plan(chair, school())
    load(chair, olga())

    expect:
    applyList.apply(chair, plan.id(), Choice.everything()).reason() == ApplyOutcome.Reason.PLAN_OUTDATED
    rowsOf('members.person') == 1
  }

  def "the same request again is the same plan, another file under its key is refused"() {
    given:
    def chair = chair()
    def key = UuidCreator.timeOrderedEpoch
    def plan = preview(chair, school(), key).plan()

    expect:
    plan.id() == key
    preview(chair, school(), key).plan() == plan
    preview(chair, olga(), key).reason() == PreviewOutcome.Reason.KEY_OF_ANOTHER_REQUEST
    preview(this.chair(otherPrimary), school(), key).reason() == PreviewOutcome.Reason.KEY_OF_ANOTHER_REQUEST
  }

  def "another primary's chair does not find the plan"() {
    given:
    def plan = plan(chair(), school())

    when:
    showPlan.show(chair(otherPrimary), plan.id(), null, 0, 10)

    then:
    thrown(NotYours)
  }

  def "another primary's chair cannot apply the plan"() {
    given:
    def plan = plan(chair(), school())

    when:
    applyList.apply(chair(otherPrimary), plan.id(), Choice.validOnly())

    then:
    thrown(NotYours)
    rowsOf('members.person') == 0
  }

  def "without a scope the database shows no row of a plan"() {
    given:
    plan(chair(), school())

    expect:
    rowsOf('memberlists.plan_row') == 52
    inTransaction { connection -> count(connection, 'memberlists.plan_row') } == 0
    inTransaction { connection -> rowScope.primary(otherPrimary); count(connection, 'memberlists.plan_row') } == 0
    inTransaction { connection -> rowScope.primary(primary); count(connection, 'memberlists.plan_row') } == 52
  }

  def "the list of another organisation is refused"() {
    expect:
    preview(chair(), Lists.stored('members-school-52.xlsx')).reason() ==
      PreviewOutcome.Reason.LIST_OF_ANOTHER_ORGANISATION
  }

  def "what is not a list is told as such"() {
    expect:
    preview(chair(), new byte[0]) == new PreviewOutcome.NotRead(Unreadable.EMPTY_FILE, [])
  }

  def "nobody loads lists all night long"() {
    given:
    def chair = chair()
    30.times { plan(chair, olga()) }

    expect:
    preview(chair, olga()).reason() == PreviewOutcome.Reason.TOO_MANY_LISTS
  }

  def "a ticket number in the list may only repeat the person's own"() {
    given:
    def chair = chair()
    load(chair, olga())
    def own = tickets()[0]

    expect:
    rows(chair, plan(chair, olga('Номер ЭПБ': own)))*.outcome() == [UNCHANGED]
    rows(chair, plan(chair, olga('Номер ЭПБ': TicketNumber.ofSerial(777_777).value())))[0].problems()*.code()*.name() ==
      ['TICKET_NUMBER_NOT_HERS']
  }

  def "an address of two people is marked as shared"() {
    given:
    def chair = chair()

    when:
    load(chair, Lists.sheet([
      Lists.OLGA + ['E-mail': 'family@example.org'],
      Lists.OLGA + ['Имя': 'Пётр', 'Отчество': 'Олегович', 'Пол': 'М', 'E-mail': 'family@example.org'],
      Lists.OLGA + ['Имя': 'Анна', 'Отчество': 'Олеговна', 'E-mail': 'anna@example.org'],
    ]))

    then:
    asSuperuser { it.rows('SELECT shared FROM contacts.contact WHERE primary_id = ? ORDER BY value', [primary])*.shared } ==
      [false, true, true]
  }

  def "a university's list is shown and applied in one go"() {
    given:
    def chair = chair(primaryNumbered('16-046-0001'))
    def start = System.nanoTime()

    when:
    def plan = plan(chair, Lists.stored('members-university-8554.xlsx'))
    def previewed = System.nanoTime()
    def result = applyList.apply(chair, plan.id(), Choice.everything()).result()
    def applied = System.nanoTime()
    println "university: preview ${millis(start, previewed)} ms, apply ${millis(previewed, applied)} ms, " +
      "${(8554_000 / millis(previewed, applied)) as int} rows/s"

    then:
    plan.count(NEW) == 8554
    result.added() == 8554
    rowsOf('members.person', chair.organisationId()) == 8554

    when:
    start = System.nanoTime()
    def again = this.plan(chair, Lists.stored('members-university-8554.xlsx'))
    println "university again: preview ${millis(start, System.nanoTime())} ms"

    then:
    again.count(UNCHANGED) == 8554
  }

  private List<String> tickets() {
    asSuperuser { it.rows('SELECT ticket_number FROM members.person WHERE primary_id = ?', [primary])*.ticket_number }
  }

  private static int count(connection, String table) {
    def rows = connection.createStatement().executeQuery("SELECT count(*) FROM $table")
    rows.next()
    rows.getInt(1)
  }

  private static long millis(long from, long to) {
    (to - from).intdiv(1_000_000)
  }

  private void removeFault() {
    asSuperuser {
      it.execute('DROP TRIGGER IF EXISTS planted ON consents.decision')
      it.execute('DROP FUNCTION IF EXISTS public.fail()')
    }
  }
}
