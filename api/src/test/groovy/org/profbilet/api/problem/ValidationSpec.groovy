package org.profbilet.api.problem

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.api.HttpSpec

/** A request that is filled in wrongly is answered with the fields, what belongs there, and never what stood there. */
@MicronautTest(transactional = false)
class ValidationSpec extends HttpSpec {

    static final String SECRET = 'Тайнова'

    def "#what is told by the name of its field"() {
        when:
        def answer = send(method, path.replace('{primary}', union.primary.toString()), body, tokenOf('chair'),
                ['Idempotency-Key': UUID.randomUUID().toString()])

        then:
        answer.status == 400
        answer.problem == 'VALIDATION'
        answer.body.detail == 'Проверьте, что заполнено, и отправьте ещё раз'
        answer.body.errors.collectEntries { [it.pointer, it.detail] } == errors
        !new String(answer.bytes, 'UTF-8').contains(SECRET)

        where:
        what                         | method | path                                         | body                                    || errors
        'an empty field'             | 'POST' | '/v1/session'                                | [login: '', password: SECRET]           || [login: 'Заполните это поле']
        'a field that is not there'  | 'POST' | '/v1/session'                                | [login: SECRET]                         || [password: 'Заполните это поле']
        'every wrong field'          | 'POST' | '/v1/session'                                | [login: ' ', password: '']              || [login: 'Заполните это поле', password: 'Заполните это поле']
        'what is too long'           | 'POST' | MEMBERS                                      | person(lastName: SECRET * 20)           || [lastName: 'Слишком длинно: можно не больше 60']
        'what has another form'      | 'POST' | '/v1/open/activations/codes'                 | [ticketNumber: SECRET, birthDate: DAY]  || [ticketNumber: 'Проверьте, как это записано']
        'a field inside of another'  | 'POST' | '/v1/scanner/devices/enrol'                  | enrolment(x: SECRET)                    || ['publicKeyJwk.x': 'Проверьте, как это записано']
        'a number that is too small' | 'GET'  | MEMBERS + '?limit=0'                         | null                                    || [limit: 'Нужно число не меньше 1']
        'a number that is too great' | 'GET'  | MEMBERS + '?limit=501'                       | null                                    || [limit: 'Нужно число не больше 500']
        'a long question'            | 'GET'  | MEMBERS + '?query=' + 'T' * 101              | null                                    || [query: 'Слишком длинно: можно не больше 100']
    }

    def "what is no #what at all is told too, without what stood there"() {
        when:
        def answer = send(method, path.replace('{primary}', union.primary.toString()), body, tokenOf('chair'),
                ['Idempotency-Key': UUID.randomUUID().toString()])

        then:
        answer.status == 400
        answer.problem == 'VALIDATION'
        answer.body.errors*.pointer == pointers
        !new String(answer.bytes, 'UTF-8').contains('Tainova')

        where:
        what     | method | path                          | body                          || pointers
        'number' | 'GET'  | MEMBERS + '?limit=Tainova'    | null                          || ['limit']
        'id'     | 'GET'  | MEMBERS + '/Tainova'          | null                          || ['personId']
        'day'    | 'POST' | MEMBERS                       | person(birthDate: 'Tainova')  || ['birthDate']
        'word'   | 'GET'  | CONSENTS + '?purpose=Tainova' | null                          || ['purpose']
        'text'   | 'POST' | '/v1/scanner/devices/enrol'   | enrolment(x: ['Tainova'])     || ['publicKeyJwk.x']
        'list'   | 'POST' | ORDERS                        | [mode: 'ONLY', personIds: ['Tainova']] || ['personIds']
        'JSON'   | 'POST' | MEMBERS                       | '{"lastName": Tainova'.bytes  || []
    }

    static final String MEMBERS = '/v1/chair/primaries/{primary}/members'
    static final String ORDERS = '/v1/chair/primaries/{primary}/orders'
    static final String CONSENTS = '/v1/chair/primaries/{primary}/consents'
    static final String DAY = '1985-04-03'

    private static Map person(Map changed) {
        [lastName: 'Ясенева', firstName: 'Ульяна', birthDate: DAY, sex: 'F', category: 'WORKING', engagement: 'MAIN',
         joinedUnion: '2010', registeredOn: '2020-09-01'] + changed
    }

    private static Map enrolment(Map changed) {
        [code: 'A' * 26, name: 'Телефон', proof: 'x', publicKeyJwk: [kty: 'EC', crv: 'P-256', x: 'A' * 43, y: 'A' * 43] + changed]
    }
}
