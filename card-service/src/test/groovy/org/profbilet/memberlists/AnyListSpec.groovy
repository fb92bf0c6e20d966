package org.profbilet.memberlists

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.memberlists.ApplyList.Choice
import org.profbilet.memberlists.form.Lists

/** What holds for every list, tried on lists made at random from a seed. */
@MicronautTest(transactional = false)
class AnyListSpec extends ListSpec {

  private static final List<String> TABLES = [
    'members.person', 'members.membership', 'members.change', 'contacts.contact', 'consents.decision', 'consents.current',
  ]

  def "a plan applied twice is a plan applied once (seed #seed)"() {
    given:
    def chair = chair()
    load(chair, RandomLists.people(new Random(seed), 15, 0))
    def plan = plan(chair, RandomLists.people(new Random(seed + 100), 15, 0.3))
    def first = applyList.apply(chair, plan.id(), Choice.validOnly())
    def once = dump()

    when:
    def second = applyList.apply(chair, plan.id(), Choice.validOnly())

    then:
    second == first
    dump() == once

    where:
    seed << (1..10)
  }

  def "a loaded list loaded again changes nothing (seed #seed)"() {
    given:
    def chair = chair()
    def file = RandomLists.people(new Random(seed), 25, 0.3)
    load(chair, file, Choice.validOnly())
    def once = dump()

    when:
    def again = plan(chair, file)
    applyList.apply(chair, again.id(), Choice.validOnly())

    then:
    again.count(RowOutcome.NEW) == 0
    again.count(RowOutcome.CHANGED) == 0
    dump() == once

    where:
    seed << (1..10)
  }

  def "the order of the rows does not matter (seed #seed)"() {
    given:
    def rows = RandomLists.rows(new Random(seed), 25, 0.2)
    def turned = new ArrayList(rows)
    Collections.shuffle(turned, new Random(seed))
    def known = RandomLists.people(new Random(seed + 7), 10, 0)

    when:
    def registers = [rows, turned].collect {
      asSuperuser { sql -> sql.execute('TRUNCATE members.person, memberlists.plan CASCADE') }
      load(chair(), known)
      load(chair(), Lists.sheet(it), Choice.validOnly())
      people()
    }

    then:
    registers[0] == registers[1]
    registers[0].size() > 10

    where:
    seed << (1..10)
  }

  def "whatever dirt a list has, what is wrong stays out and what is right goes in, or nothing does (seed #seed)"() {
    given:
    def chair = chair()
    def plan = plan(chair, RandomLists.people(new Random(seed), 25, 0.5))
    def right = rows(chair, plan).count { it.outcome() == RowOutcome.NEW }

    when:
    def whole = applyList.apply(chair, plan.id(), Choice.everything())

    then:
    (whole instanceof ApplyOutcome.Applied) == (right == plan.rows())
    rowsOf('members.person') == (right == plan.rows() ? right : 0)

    when:
    applyList.apply(chair, plan.id(), Choice.validOnly())

    then:
    rowsOf('members.person') == right
    rowsOf('members.membership') == right

    where:
    seed << (1..10)
  }

  def "a fault at any step leaves nothing half done: #table"() {
    given:
    def chair = chair()
    load(chair, RandomLists.people(new Random(1), 10, 0))
    def before = dump()
    def plan = plan(chair, Lists.sheet(RandomLists.rows(new Random(2), 20, 0)*.plus(['Телефон': '89130000001', 'Согласие 1': '16.04.2025'])))
    asSuperuser {
      it.execute("CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''planted''; END' ")
      it.execute("CREATE TRIGGER planted BEFORE INSERT ON $table FOR EACH ROW EXECUTE FUNCTION public.fail()".toString())
    }

    when:
    applyList.apply(chair, plan.id(), Choice.validOnly())

    then:
    thrown(Exception)
    dump() == before
    rowsOf('memberlists.upload') == 1
    showPlan.show(chair, plan.id(), null, 0, 1).plan().progress() == null

    cleanup:
    asSuperuser {
      it.execute("DROP TRIGGER IF EXISTS planted ON $table".toString())
      it.execute('DROP FUNCTION IF EXISTS public.fail()')
    }

    where:
    table << ['members.person', 'members.membership', 'members.change', 'contacts.contact', 'consents.decision', 'memberlists.applied_row', 'audit.entry']
  }

  private Map<String, List<String>> dump() {
    TABLES.collectEntries { table ->
      [table, asSuperuser { it.rows("SELECT CAST(to_jsonb(t) AS text) AS line FROM $table t WHERE primary_id = ? ORDER BY 1".toString(), [primary])*.line }]
    }
  }

  /** The register without what is new in every register: ids, numbers, moments. */
  private List<String> people() {
    asSuperuser {
      it.rows('''
        SELECT concat_ws('|', p.search_name, p.birth_date, p.paper_ticket, m.category, m.position_name, m.education, m.registered_on,
                 (SELECT string_agg(concat_ws(' ', c.kind, c.value, c.shared), ',' ORDER BY c.kind) FROM contacts.contact c
                   WHERE c.person_id = p.id AND c.replaced_at IS NULL),
                 (SELECT string_agg(concat_ws(' ', d.purpose, d.state, d.signed_on), ',' ORDER BY d.purpose, d.version) FROM consents.decision d
                   WHERE d.person_id = p.id)) AS line
          FROM members.person p
          JOIN members.membership m ON m.person_id = p.id
         WHERE p.primary_id = ?
         ORDER BY 1''', [primary])*.line
    }
  }
}
