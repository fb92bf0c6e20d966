package org.profbilet.api.rights

import static org.profbilet.api.rights.Relation.*
import static org.profbilet.api.rights.Role.*

import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** Every role asks every endpoint for everything that is its own, above, below, beside or smuggled in. */
@MicronautTest(transactional = false)
class RightsMatrixSpec extends RightsSpec {

    def "whoever asks for what is not hers gets nothing, changes nothing and learns nothing; whoever asks for hers gets it"() {
        given:
        def before = rowsBehindTheWall()
        def (open, closed) = allCells().split { it.allowed }
        def answered = open.findAll { !endsTheSession(it.row) }
        def successes = 0

        when: 'everything that must be refused'
        def leaks = askAll(closed) { cell, answer -> !isRefusal(cell, answer) || namedIn(answer) }

        then:
        leaks == []
        rowsBehindTheWall() == before

        when: 'everything that must be answered, each with new things of its own'
        def shut = []
        def betrayed = []
        answered.each { cell ->
            def place = placeOf(cell.ids)
            def isGuest = cell.role in [DOOR, MEMBER]
            def answer = ask(cell.row, cell.role, isGuest ? cell.ids : cell.ids + things(place, true))
            // to what an office holds come people of a primary below
            def own = isGuest ? ['primary'] : [place, SURNAMES[place] ? place : below(place)]
            if (answer.status in [400, 401, 403, 404] || answer.status >= 500) {
                shut << "$cell: $answer.status ${answer.problem ?: ''}".toString()
            }
            if (namedIn(answer) && !(cell.row.showsNamesTo(cell.role) && (cell.role == CENTRE || own.containsAll(namedIn(answer))))) {
                betrayed << "$cell names ${namedIn(answer)}".toString()
            }
            successes += answer.status < 300 ? 1 : 0
        }

        then:
        shut == []
        betrayed == []

        cleanup:
        println "rights matrix: ${Role.values().size()} roles x ${ROWS.size()} endpoints x ${Relation.values().size()} relations, refused ${closed.size()}, answered ${answered.size()}, $successes of them with success, leaks = ${leaks.size() + betrayed.size()}"
    }

    protected boolean isRefusal(Cell cell, Answer answer) {
        if (cell.role == STRANGER) {
            return answer.problem == 'UNAUTHENTICATED'
        }
        def audience = cell.role.staff ? 'STAFF' : cell.role.name()
        if (audience != CONTRACT.audience(cell.row)) {
            return answer.problem == 'FORBIDDEN'
        }
        answer.problem in ['NOT_FOUND', 'FORBIDDEN_LIST'] || (cell.relation == SMUGGLED && answer.status in [409, 422])
    }

    protected static boolean endsTheSession(Row row) {
        row.name in ['DELETE /v1/session', 'DELETE /v1/member/session']
    }

    protected String placeOf(Map<String, Object> ids) {
        places.find { it.value.id == ids.primaryId }.key
    }
}
