package org.profbilet.members

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.members.transfers.AskOutcome
import org.profbilet.testing.TestDatabase

/** Who is taken for the same human, across primaries. */
@MicronautTest(transactional = false)
class MatchingSpec extends RegisterSpec {

    def setup() {
        asSuperuser { it.execute('TRUNCATE members.person, members.request, members.match_attempt CASCADE') }
    }

    def "#what: #match"() {
        given:
        joins(known)

        when:
        def outcome = ask([lastName: 'Иванова', firstName: 'Мария', middleName: 'Петровна'] + asked, chair(otherPrimary))

        then:
        (outcome instanceof AskOutcome.Asked ? outcome.matchClass().name() : outcome.reason().name()) == match

        where:
        what                                     | known                                                                  | asked                                              || match
        'the same words'                         | [:]                                                                    | [:]                                                || 'CERTAIN'
        'е for ё'                                | [lastName: 'Семёнова']                                                 | [lastName: 'Семенова']                             || 'CERTAIN'
        'another case'                           | [:]                                                                    | [lastName: 'ИВАНОВА']                              || 'CERTAIN'
        'Latin letters that look Cyrillic'       | [lastName: 'Комарова']                                                 | [lastName: 'Koмapoвa']                             || 'CERTAIN'
        'Tatar ә for а'                          | [firstName: 'Фәридә']                                                  | [firstName: 'Фарида']                              || 'CERTAIN'
        'Buryat ү for у'                         | [firstName: 'Дулмажаб', lastName: 'Бүтидма']                           | [firstName: 'Дулмажаб', lastName: 'Бутидма']       || 'CERTAIN'
        'Buryat һ for х'                         | [firstName: 'Һэсэг']                                                   | [firstName: 'Хэсэг']                               || 'CERTAIN'
        'Гөлнара and Гульнара'                   | [firstName: 'Гөлнара']                                                 | [firstName: 'Гульнара']                            || 'LIKELY'
        'Җәмилә and Джамиля'                     | [firstName: 'Җәмилә']                                                  | [firstName: 'Джамиля']                             || 'LIKELY'
        'Наталья and Наталия'                    | [firstName: 'Наталья']                                                 | [firstName: 'Наталия']                             || 'LIKELY'
        'no patronymic on one side'              | [middleName: null]                                                     | [:]                                                || 'LIKELY'
        'day and month exchanged'                | [birthDate: '1980-02-01']                                              | [birthDate: '1980-01-02']                          || 'LIKELY'
        'two digits of the day exchanged'        | [birthDate: '1980-02-12']                                              | [birthDate: '1980-02-21']                          || 'LIKELY'
        'two digits of the year exchanged'       | [birthDate: '1967-02-12']                                              | [birthDate: '1976-02-12']                          || 'LIKELY'
        'another day'                            | [birthDate: '1980-02-12']                                              | [birthDate: '1980-02-14']                          || 'NOBODY_FOUND'
        'another surname'                        | [:]                                                                    | [lastName: 'Петрова']                              || 'NOBODY_FOUND'
        'another first name'                     | [:]                                                                    | [firstName: 'Ольга']                               || 'NOBODY_FOUND'
    }

    def "the application cannot look across primaries by itself"() {
        expect:
        asSuperuser {
            it.rows('''
                SELECT p.proname
                  FROM pg_proc p
                 WHERE p.pronamespace = 'members'::regnamespace
                   AND p.prosecdef
                   AND has_function_privilege(?, p.oid, 'EXECUTE')
                 ORDER BY 1''', [TestDatabase.APPLICATION])*.proname
        } == ['cancel_claim', 'claim_elsewhere', 'count_stranded', 'due_claims', 'match_elsewhere', 'open_claim',
              'open_periods_of', 'refresh_statistics', 'take_back']
    }

    def "a question is answered only within one's own scope"() {
        given:
        joins()
        def people = '[{"place": 0, "lastName": "Иванова", "firstName": "Мария", "middleName": "Петровна", "birthDate": "1980-02-01"}]'
        def found = { UUID scope ->
            inTransaction { connection ->
                if (scope) {
                    rowScope.primary(scope)
                }
                connection.prepareStatement('SELECT place FROM members.match_elsewhere(?, ?::jsonb, now())').withCloseable {
                    it.setObject(1, otherPrimary)
                    it.setString(2, people)
                    it.executeQuery().next()
                }
            }
        }

        expect:
        !found(null)
        !found(primary)
        found(otherPrimary)
    }
}
