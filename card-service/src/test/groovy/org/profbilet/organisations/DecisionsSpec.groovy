package org.profbilet.organisations

import io.micronaut.context.annotation.Requires
import io.micronaut.runtime.event.annotation.EventListener
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import jakarta.inject.Singleton
import java.time.LocalDate
import org.profbilet.organisations.changes.AllotInpo
import org.profbilet.organisations.changes.DecideOnOrganisation
import org.profbilet.organisations.changes.Decision
import org.profbilet.organisations.changes.DeedKind
import org.profbilet.organisations.changes.DeedOutcome
import org.profbilet.organisations.changes.Deeds
import org.profbilet.organisations.changes.Office
import org.profbilet.organisations.changes.OrganisationClosed
import org.profbilet.organisations.changes.ProposeOrganisation
import org.profbilet.organisations.changes.ProposeOrganisation.Proposal
import org.profbilet.testing.UnionSpec

/** The tree changes by decisions of those above; nobody below is lost. */
@MicronautTest(transactional = false)
class DecisionsSpec extends UnionSpec {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20)
    static final Decision DECISION = new Decision('3-7', TODAY, TODAY)

    @Inject
    ProposeOrganisation propose

    @Inject
    AllotInpo allot

    @Inject
    DecideOnOrganisation decide

    @Inject
    Deeds deeds

    @Inject
    Organisations organisations

    @Inject
    Closings closings

    def "a proposed primary works only after the central council gave it a number"() {
        given:
        def key = UUID.randomUUID()
        def proposal = new Proposal(local, Level.PRIMARY, false, 'ППО новой школы', 'Новая школа', 'SCHOOL')

        when:
        def id = proposed(propose.propose(territory(), key, proposal))

        then:
        organisations.get(id).status() == Status.PROPOSED
        organisations.get(id).inpo() == ''
        propose.propose(territory(), key, proposal) == new DeedOutcome.Done(id)
        allot.listWaiting(central)*.organisation()*.id().contains(id)

        and: 'neither the territory nor the region allots numbers'
        reason(allot.allot(territory(), UUID.randomUUID(), id, new Inpo('16-001-0077'))) == 'NOT_FOR_THIS_LEVEL'
        reason(allot.allot(theRegion(), UUID.randomUUID(), id, new Inpo('16-001-0077'))) == 'NOT_FOR_THIS_LEVEL'

        when:
        def outcome = allot.allot(council(), UUID.randomUUID(), id, new Inpo('16-001-0077'))

        then:
        outcome == new DeedOutcome.Done(id)
        organisations.find(new Inpo('16-001-0077')).get().status() == Status.ACTIVE
        deeds.list(id)*.kind() == [DeedKind.INPO_ALLOTTED, DeedKind.PROPOSED]
    }

    def "a number of another shape, or one that is taken, is refused"() {
        given:
        def first = proposed(propose.propose(territory(), UUID.randomUUID(), school('Первая')))
        def second = proposed(propose.propose(territory(), UUID.randomUUID(), school('Вторая')))
        allot.allot(council(), UUID.randomUUID(), first, new Inpo('16-001-0500'))

        expect:
        reason(allot.allot(council(), UUID.randomUUID(), second, new Inpo('16/1/501'))) == 'INPO_WRONG'
        reason(allot.allot(council(), UUID.randomUUID(), second, new Inpo('16-001-0500'))) == 'INPO_TAKEN'
        reason(allot.allot(council(), UUID.randomUUID(), first, new Inpo('16-001-0501'))) == 'WRONG_STATUS'
    }

    def "free numbers are suggested in a row, from the number of the parent"() {
        given:
        def numbered = organisations.get(allotted(Level.LOCAL, region, '16-777-0000'))
        def ids = ['А', 'Б'].collect {
            proposed(propose.propose(theRegion(), UUID.randomUUID(),
                    new Proposal(numbered.id(), Level.PRIMARY, false, it, it, 'SCHOOL')))
        }

        expect:
        allot.listWaiting(numbered.id())*.suggestion() == ['16-777-0001', '16-777-0002']
        allot.listWaiting(numbered.id())*.organisation()*.id() == ids
    }

    def "nothing stands below its equal: #level below #parent is #allowed"() {
        expect:
        level.mayStandBelow(parent) == allowed

        where:
        level          | parent         || allowed
        Level.PRIMARY  | Level.LOCAL    || true
        Level.PRIMARY  | Level.REGIONAL || true
        Level.PRIMARY  | Level.CENTRAL  || true
        Level.PRIMARY  | Level.PRIMARY  || false
        Level.LOCAL    | Level.REGIONAL || true
        Level.LOCAL    | Level.LOCAL    || false
        Level.REGIONAL | Level.CENTRAL  || true
        Level.REGIONAL | Level.LOCAL    || false
        Level.CENTRAL  | Level.CENTRAL  || false
    }

    def "a local with 200 primaries moves to another region in one audited step, and every id stays"() {
        given:
        def otherRegion = organisation(Level.REGIONAL, central, 'Соседний регион')
        def moving = organisation(Level.LOCAL, region, 'Местная из двухсот')
        def primaries = (1..200).collect { organisation(Level.PRIMARY, moving, "ППО $it") }
        def person = aMember(primary: primaries[7])
        def before = peopleAndTheirRows()
        def numbers = primaries.collect { organisations.get(it).inpo() }

        when:
        def outcome = decide.decide(council(), UUID.randomUUID(), moving, DeedKind.MOVED, DECISION, otherRegion)

        then:
        outcome == new DeedOutcome.Done(moving)
        organisations.get(moving).parentId() == otherRegion
        primaries.every { organisations.isWithin(it, otherRegion) && !organisations.isWithin(it, region) }
        primaries.every { organisations.get(it).parentId() == moving }
        primaries.collect { organisations.get(it).inpo() } == numbers
        organisations.isWithin(primary, region)
        peopleAndTheirRows() == before
        before.contains(person)
        audited(moving) == ['ORGANISATION_MOVED']
        deeds.list(moving)[0].fromName() == 'Татарстанская республиканская организация'
        deeds.list(moving)[0].toName() == 'Соседний регион'
    }

    def "no two organisations overlap, whatever moved where"() {
        given:
        def random = new Random(2026)
        def locals = (1..4).collect { organisation(Level.LOCAL, region, "Местная $it") }
        def primaries = (1..12).collect { organisation(Level.PRIMARY, locals[it % 4], "Ходячая $it") }

        when:
        40.times {
            def parent = random.nextInt(5) == 0 ? region : locals[random.nextInt(4)]
            decide.decide(council(), UUID.randomUUID(), primaries[random.nextInt(12)], DeedKind.MOVED, DECISION, parent)
        }

        then:
        asSuperuser {
            it.rows('''
                SELECT o.id
                  FROM organisations.organisation o
                  JOIN organisations.organisation parent ON parent.id = o.parent_id
                 WHERE NOT (o.position > parent.position AND o.last_position <= parent.last_position)''') +
            it.rows('''
                SELECT a.id
                  FROM organisations.organisation a
                  JOIN organisations.organisation b ON a.id <> b.id AND a.parent_id = b.parent_id
                   AND a.position <= b.last_position AND b.position <= a.last_position''')
        } == []
    }

    def "an excluded primary leaves the tree with the number of the decision, and says so"() {
        when:
        def outcome = decide.decide(theRegion(), UUID.randomUUID(), primary, DeedKind.EXCLUDED, DECISION, null)

        then:
        outcome == new DeedOutcome.Done(primary)
        organisations.get(primary).status() == Status.EXCLUDED
        organisations.listRegister(local)*.id().last() == primary
        deeds.list(primary)[0].decisionNumber() == '3-7'
        closings.facts.last() == new OrganisationClosed(primary, TODAY, null)
    }

    def "an organisation with others below it is not excluded over their heads"() {
        expect:
        reason(decide.decide(theRegion(), UUID.randomUUID(), local, DeedKind.EXCLUDED, DECISION, null)) ==
                'ORGANISATIONS_BELOW'
    }

    def "two districts become one: the primaries of the merged one stand below its successor"() {
        given:
        def successor = organisation(Level.LOCAL, region, 'Объединённая районная')

        when:
        def outcome = decide.decide(theRegion(), UUID.randomUUID(), local, DeedKind.MERGED, DECISION, successor)

        then:
        outcome == new DeedOutcome.Done(local)
        organisations.get(local).status() == Status.MERGED
        [primary, otherPrimary].every { organisations.get(it).parentId() == successor }
        [primary, otherPrimary].every { organisations.isWithin(it, successor) }
        closings.facts.last() == new OrganisationClosed(local, TODAY, successor)
    }

    def "what was excluded by mistake is restored"() {
        given:
        decide.decide(theRegion(), UUID.randomUUID(), primary, DeedKind.EXCLUDED, DECISION, null)

        when:
        def outcome = decide.decide(theRegion(), UUID.randomUUID(), primary, DeedKind.RESTORED, DECISION, null)

        then:
        outcome == new DeedOutcome.Done(primary)
        organisations.get(primary).status() == Status.ACTIVE
    }

    def "a deed is refused: #why"() {
        expect:
        reason(decide.decide(office.call(this), UUID.randomUUID(), target.call(this), kind, paper, to.call(this))) == why

        where:
        why                  | office                    | target                | kind                       | paper                                                        | to
        'NOT_FOR_THIS_LEVEL' | { it.territory() }        | { it.primary }        | DeedKind.EXCLUDED          | DECISION                                                     | { null }
        'NOT_ITSELF'         | { it.theRegion() }        | { it.region }         | DeedKind.LIQUIDATION_BEGUN | DECISION                                                     | { null }
        'DATE_WRONG'         | { it.theRegion() }        | { it.primary }        | DeedKind.EXCLUDED          | new Decision('1', TODAY, TODAY.plusDays(1))                  | { null }
        'DATE_WRONG'         | { it.theRegion() }        | { it.primary }        | DeedKind.EXCLUDED          | new Decision('1', TODAY.minusDays(1), LocalDate.of(2000, 1, 1)) | { null }
        'WRONG_PARENT'       | { it.theRegion() }        | { it.primary }        | DeedKind.MOVED             | DECISION                                                     | { it.otherPrimary }
        'WRONG_PARENT'       | { it.theRegion() }        | { it.primary }        | DeedKind.MOVED             | DECISION                                                     | { it.local }
        'WRONG_PARENT'       | { it.theRegion() }        | { it.primary }        | DeedKind.MOVED             | DECISION                                                     | { it.central }
        'WRONG_SUCCESSOR'    | { it.theRegion() }        | { it.primary }        | DeedKind.MERGED            | DECISION                                                     | { it.local }
        'WRONG_SUCCESSOR'    | { it.theRegion() }        | { it.primary }        | DeedKind.MERGED            | DECISION                                                     | { it.primary }
        'WRONG_PARENT'       | { it.theRegion() }        | { it.primary }        | DeedKind.EXCLUDED          | DECISION                                                     | { it.local }
        'WRONG_PARENT'       | { it.theRegion() }        | { it.primary }        | DeedKind.MOVED             | DECISION                                                     | { null }
        'WRONG_STATUS'       | { it.theRegion() }        | { it.primary }        | DeedKind.RESTORED          | DECISION                                                     | { null }
    }

    def "the same request again is the same deed; another request under its key is refused"() {
        given:
        def key = UUID.randomUUID()
        def first = decide.decide(theRegion(), key, primary, DeedKind.LIQUIDATION_BEGUN, DECISION, null)

        expect:
        decide.decide(theRegion(), key, primary, DeedKind.LIQUIDATION_BEGUN, DECISION, null) == first
        deeds.list(primary).size() == 1
        reason(decide.decide(theRegion(), key, otherPrimary, DeedKind.LIQUIDATION_BEGUN, DECISION, null)) ==
                'KEY_OF_ANOTHER_REQUEST'
    }

    Office council() {
        new Office(UUID.randomUUID(), central, Level.CENTRAL)
    }

    Office theRegion() {
        new Office(UUID.randomUUID(), region, Level.REGIONAL)
    }

    Office territory() {
        new Office(UUID.randomUUID(), local, Level.LOCAL)
    }

    private UUID allotted(Level level, UUID parent, String inpo) {
        def id = proposed(propose.propose(council(), UUID.randomUUID(), new Proposal(parent, level, false, inpo, inpo, null)))
        allot.allot(council(), UUID.randomUUID(), id, new Inpo(inpo))
        id
    }

    private Proposal school(String name) {
        new Proposal(local, Level.PRIMARY, false, name, name, 'SCHOOL')
    }

    private static UUID proposed(DeedOutcome outcome) {
        (outcome as DeedOutcome.Done).organisationId()
    }

    private static String reason(DeedOutcome outcome) {
        outcome instanceof DeedOutcome.Refused ? outcome.reason().name() : null
    }

    private List audited(UUID organisation) {
        asSuperuser { it.rows('SELECT action FROM audit.entry WHERE subject_id = ?', [organisation])*.action }
    }

    /** Every row of a person with the transaction that wrote it last. */
    private List peopleAndTheirRows() {
        asSuperuser { sql ->
            sql.rows('SELECT id, xmin::text AS x FROM members.person ORDER BY id').collectMany { [it.id, it.x] } +
                    sql.rows('SELECT id, xmin::text AS x FROM members.membership ORDER BY id').collectMany { [it.id, it.x] }
        }
    }

    @Singleton
    @Requires(property = 'profbilet.test')
    static class Closings {
        List<OrganisationClosed> facts = []

        @EventListener
        void hear(OrganisationClosed fact) {
            facts << fact
        }
    }
}
