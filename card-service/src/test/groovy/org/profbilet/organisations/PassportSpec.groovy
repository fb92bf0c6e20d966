package org.profbilet.organisations

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.organisations.passport.ChangeOutcome
import org.profbilet.organisations.passport.ChangePassport
import org.profbilet.organisations.passport.DeclaredNumber
import org.profbilet.organisations.passport.PassportField
import org.profbilet.organisations.passport.ShowPassport
import org.profbilet.organisations.structure.DocumentKind
import org.profbilet.organisations.structure.KeepDocuments
import org.profbilet.organisations.structure.KeepOfficials
import org.profbilet.organisations.structure.KeepOfficials.Election
import org.profbilet.organisations.structure.KeepUnits
import org.profbilet.organisations.structure.Post
import org.profbilet.organisations.structure.StructureOutcome
import org.profbilet.organisations.structure.UnitKind
import org.profbilet.testing.UnionSpec

@MicronautTest(transactional = false)
class PassportSpec extends UnionSpec {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20)

    @Inject
    ShowPassport showPassport

    @Inject
    ChangePassport changePassport

    @Inject
    KeepUnits units

    @Inject
    KeepOfficials officials

    @Inject
    KeepDocuments documents

    @Inject
    Organisations organisations

    def account = UUID.randomUUID()

    def "what is missing in the passport of a primary is told, and less and less of it"() {
        expect:
        showPassport.show(primary, null, null).missing() ==
                ['COUNT_MEMBERS', 'COUNT_WORKING', 'INSTITUTION', 'INSTITUTION_KIND', 'LEGAL_PERSON', 'PHONE', 'POSTAL_ADDRESS']

        when:
        fill(INSTITUTION: 'МБОУ СОШ № 17', INSTITUTION_KIND: 'SCHOOL', LEGAL_PERSON: 'NO', PHONE: '+7 843 000-00-17',
                POSTAL_ADDRESS: '420000, Казань, ул. Школьная, 1')
        declare(DeclaredSubject.MEMBERS, '52')
        declare(DeclaredSubject.WORKING, '61')

        then:
        showPassport.show(primary, null, null).missing() == []
    }

    def "a legal person must give its state numbers, others need not"() {
        when:
        fill(LEGAL_PERSON: 'YES')

        then:
        showPassport.show(primary, null, null).required().containsAll(['OGRN', 'INN'])
        showPassport.show(primary, null, null).missing().containsAll(['OGRN', 'INN'])

        when:
        fill(OGRN: '1027700132195', INN: '7707083893')

        then:
        !showPassport.show(primary, null, null).missing().any { it in ['OGRN', 'INN'] }
    }

    def "on any past day the passport says what was true then, and what was known then"() {
        given:
        fill([NAME: 'ППО гимназии № 17'], LocalDate.of(2026, 11, 20))
        def known = clock.instant()
        clock.advance(Duration.ofMinutes(5))
        registeredOn('2019-01-01')
        fill([NAME: 'ППО лицея № 17'], LocalDate.of(2024, 9, 1))

        expect: 'today it is a gymnasium, in 2025 it was, as we learnt late, a lyceum'
        name(LocalDate.of(2026, 11, 20), null) == 'ППО гимназии № 17'
        name(LocalDate.of(2025, 1, 1), null) == 'ППО лицея № 17'
        name(LocalDate.of(2025, 1, 1), known) == 'Первичная организация школы № 17'
        organisations.get(primary).name() == 'ППО гимназии № 17'
        showPassport.listHistory(primary, 'NAME')*.value() ==
                ['ППО лицея № 17', 'ППО гимназии № 17', 'Первичная организация школы № 17']

        cleanup:
        clock.advance(Duration.ofMinutes(-5))
    }

    def "a value that is not what the field holds changes nothing: #field '#value'"() {
        when:
        def outcome = change([(field): value, SITE: 'example.org'], TODAY)

        then:
        outcome == new ChangeOutcome.Wrong([PassportField.valueOf(field)])
        showPassport.show(primary, null, null).values()['SITE'] == null

        where:
        field              | value
        'INN'              | '7707083894'
        'OGRN'             | '1027700132196'
        'LEGAL_PERSON'     | 'может быть'
        'INSTITUTION_KIND' | 'ЗАВОД'
        'CHARTER_ON'       | '31.12.2020'
        'PHONE'            | 'позвоните завтра'
        'EMAIL'            | 'почта'
        'ZONE'             | 'Europe/Kazan'
        'NAME'             | '  '
    }

    def "a passport does not foretell"() {
        expect:
        change([NAME: 'Будущее'], TODAY.plusDays(1)) instanceof ChangeOutcome.InFuture
    }

    def "the same value again is no line of the history"() {
        given:
        fill(SITE: 'example.org')

        expect:
        change([SITE: ' example.org '], TODAY) == new ChangeOutcome.Changed([])
        showPassport.listHistory(primary, 'SITE').size() == 1
    }

    def "«#raw» is read as #value, #alternative, #extra and never summed"() {
        expect:
        DeclaredNumber.read(raw) == new DeclaredNumber(value, alternative, extra)

        where:
        raw              || value | alternative | extra
        '67 (54)'        || 67    | 54          | null
        '98 + 2'         || 98    | null        | 2
        '2810 + 76'      || 2810  | null        | 76
        '2 835'          || 2835  | null        | null
        '1\u00a0808'     || 1808  | null        | null
        '52'             || 52    | null        | null
        '0'              || 0     | null        | null
        ''               || null  | null        | null
        ' - '            || null  | null        | null
    }

    def "«#raw» is not a number, and is not made into one"() {
        when:
        DeclaredNumber.read(raw)

        then:
        thrown(NumberFormatException)

        where:
        raw << ['около 50', '67/54', '12.5', '-3', '98+', '1 23', '99999999']
    }

    def "a second declaration about the same day corrects the first, which stays"() {
        given:
        declare(DeclaredSubject.MEMBERS, '67 (54)')
        declare(DeclaredSubject.MEMBERS, '54')

        expect:
        with(showPassport.show(primary, null, null).counts()[0]) {
            value() == 54
            raw() == '54'
        }
        asSuperuser {
            it.rows('SELECT raw, value, alternative FROM organisations.declared_count WHERE organisation_id = ? ORDER BY id', [primary])
        }.collect { [it.raw, it.value, it.alternative] } == [['67 (54)', 67, 54], ['54', 54, null]]
    }

    def "a university has faculties, and bureaus and groups within them, closed from below"() {
        given:
        def faculty = opened(null, UnitKind.FACULTY, 'Физический')
        def bureau = opened(faculty, UnitKind.BUREAU, 'Профбюро кафедр')
        def group = opened(bureau, UnitKind.GROUP, 'Группа 101')

        expect:
        units.list(universityPrimary)*.name() as Set == ['Физический', 'Профбюро кафедр', 'Группа 101'] as Set
        units.open(account, universityPrimary, UUID.randomUUID(), faculty, UnitKind.BUREAU, 'профбюро кафедр', TODAY) ==
                StructureOutcome.ALREADY_THERE
        units.open(account, primary, UUID.randomUUID(), faculty, UnitKind.GROUP, 'Чужая', TODAY) == StructureOutcome.UNKNOWN
        units.close(account, universityPrimary, bureau, TODAY) == StructureOutcome.UNITS_BELOW
        units.close(account, universityPrimary, group, TODAY) == StructureOutcome.DONE
        units.close(account, universityPrimary, bureau, TODAY) == StructureOutcome.DONE
    }

    def "one chair at a time; the next one is elected after the first is out of office"() {
        given:
        def first = UUID.randomUUID()
        officials.elect(account, primary, primary, first, chairElection('Пензина'))

        expect:
        officials.elect(account, primary, primary, UUID.randomUUID(), chairElection('Сафина')) == StructureOutcome.ALREADY_THERE
        officials.end(account, primary, primary, first, TODAY) == StructureOutcome.DONE
        officials.elect(account, primary, primary, UUID.randomUUID(), chairElection('Сафина')) == StructureOutcome.DONE
        officials.list(primary, primary)*.lastName() == ['Сафина', 'Пензина']
    }

    def "names of officials are seen by their own organisation and by those above it, by nobody else"() {
        given:
        officials.elect(account, primary, primary, UUID.randomUUID(), chairElection('Пензина'))
        documents.add(account, primary, UUID.randomUUID(),
                new KeepDocuments.Paper(DocumentKind.COLLECTIVE_AGREEMENT, 'Коллективный договор', null, TODAY, null, 'профком'))

        expect:
        officials.list(this."$asking", primary).size() == seen
        documents.list(this."$asking", primary).size() == seen

        where:
        asking                     || seen
        'primary' || 1
        'local' || 1
        'region' || 1
        'central' || 1
        'otherPrimary' || 0
        'universityPrimary' || 0
    }

    def "without a scope the database shows no official"() {
        given:
        officials.elect(account, primary, primary, UUID.randomUUID(), chairElection('Пензина'))

        expect:
        inTransaction { connection ->
            def rows = connection.createStatement().executeQuery('SELECT count(*) FROM organisations.official')
            rows.next()
            rows.getInt(1)
        } == 0
    }

    private static Election chairElection(String lastName) {
        new Election(Post.CHAIR, lastName, 'Анна', null, '1', TODAY, TODAY, TODAY.plusYears(5), '+7 900 000-00-00', null, TODAY)
    }

    private UUID opened(UUID parent, UnitKind kind, String name) {
        def key = UUID.randomUUID()
        assert units.open(account, universityPrimary, key, parent, kind, name, TODAY) == StructureOutcome.DONE
        key
    }

    private void fill(Map<String, String> values, LocalDate from = TODAY) {
        assert change(values, from) instanceof ChangeOutcome.Changed
    }

    private ChangeOutcome change(Map<String, String> values, LocalDate from) {
        changePassport.change(account, primary, values.collectEntries { [PassportField.valueOf(it.key), it.value] }, from)
    }

    private void declare(DeclaredSubject subject, String raw) {
        assert changePassport.declare(account, primary, subject, TODAY, raw)
    }

    private String name(LocalDate on, java.time.Instant known) {
        showPassport.show(primary, on, known).values()['NAME'].value()
    }

    /** As if the organisation had been registered long ago. */
    private void registeredOn(String day) {
        asSuperuser {
            it.execute("UPDATE organisations.passport_entry SET true_from = ?::date, recorded_at = ?::date WHERE organisation_id = ? AND recorded_by IS NULL",
                    [day, day, primary])
        }
    }
}
