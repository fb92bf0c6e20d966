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
        def cells = new TreeMap<String, Integer>()
        def leaks = []

        when: 'everything that must be refused'
        eachCell { row, role, relation, allowed, ids ->
            if (!allowed) {
                cells.merge('refused', 1, Integer::sum)
                def answer = ask(row, role, ids())
                if (!isRefusal(row, role, relation, answer) || namedIn(answer)) {
                    leaks << "$row.name as $role $relation: $answer.status ${answer.problem ?: ''} ${namedIn(answer)}".toString()
                }
            }
        }

        then:
        leaks == []
        rowsBehindTheWall() == before

        when: 'everything that must be answered, each with new things of its own'
        def shut = []
        eachCell { row, role, relation, allowed, ids ->
            if (allowed && !row.forAnybody && !endsTheSession(row)) {
                cells.merge('answered', 1, Integer::sum)
                def place = ids()
                def answer = ask(row, role, role in [DOOR, MEMBER] ? place : place + things(placeOf(place), true))
                def own = role in [DOOR, MEMBER] ? ['primary'] : [placeOf(place)]
                if (answer.status in [400, 401, 403, 404] || answer.status >= 500) {
                    shut << "$row.name as $role $relation: $answer.status ${answer.problem ?: ''}".toString()
                }
                if (namedIn(answer) && !(row.showsNamesTo(role) && (role == CENTRE || own.containsAll(namedIn(answer))))) {
                    leaks << "$row.name as $role $relation names ${namedIn(answer)}".toString()
                }
                if (answer.status < 300) {
                    cells.merge('answered with success', 1, Integer::sum)
                }
            }
        }

        then:
        shut == []
        leaks == []

        cleanup:
        println "rights matrix: ${Role.values().size()} roles x ${ROWS.size()} endpoints x ${Relation.values().size()} relations, $cells, leaks = ${leaks.size()}"
    }

    protected boolean isRefusal(Row row, Role role, Relation relation, Answer answer) {
        if (role == STRANGER) {
            return answer.problem == 'UNAUTHENTICATED'
        }
        def audience = role.staff ? 'STAFF' : role.name()
        if (audience != CONTRACT.audience(row)) {
            return answer.problem == 'FORBIDDEN'
        }
        answer.problem in ['NOT_FOUND', 'FORBIDDEN_LIST'] || (relation == SMUGGLED && answer.status in [409, 422])
    }

    protected static boolean endsTheSession(Row row) {
        row.name in ['DELETE /v1/session', 'DELETE /v1/member/session']
    }

    protected String placeOf(Map<String, Object> ids) {
        places.find { it.value.id == ids.primaryId }.key
    }
}
