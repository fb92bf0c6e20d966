package org.profbilet.api.chair

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.api.HttpSpec
import org.profbilet.api.session.AccessTokens
import org.profbilet.meetings.PrintedTickets

/** People who move between two primaries, correct their records and turn out to be one. */
@MicronautTest(transactional = false)
class MembersOverHttpSpec extends HttpSpec {

  @Inject
  AccessTokens tokens

  def setup() {
    clock.followTheMachine()
    asSuperuser { it.execute('TRUNCATE members.person, members.request, members.match_attempt CASCADE') }
  }

  def "a chair who adds somebody on record elsewhere asks, and learns where after the answer"() {
    given:
    def person = aMember(union.primary, lastName: 'Зорина')
    def own = tokenOf('chair')
    def other = tokenOf('other-chair')

    expect:
    post(at(union.otherPrimary, 'members'), newMember('Зорина'), other, key()).problem == 'MEMBER_ELSEWHERE'

    when:
    def key = key()
    def asked = post(at(union.otherPrimary, 'requests'), request('Зорина'), other, key)
    def again = post(at(union.otherPrimary, 'requests'), request('Зорина'), other, key)
    def claims = get(at(union.primary, 'claims'), own).body
    def told = get(at(union.otherPrimary, 'requests'), other)

    then:
    asked.status == 200
    [asked.body.match, asked.body.state] == ['CERTAIN', 'WAITING']
    again.body == asked.body
    claims*.personId == [person.toString()]
    claims[0].to == 'ППО детского сада № 5'
    [asked, told].every { answer ->
      [person, union.primary, 'школы'].every { !new String(answer.bytes, 'UTF-8').contains(it.toString()) }
    }
    get(at(union.primary), own).body.toDo.find { it.code == 'ANSWER_REQUESTS' }.count == 1

    when:
    def granted = post(at(union.primary, "claims/${asked.body.id}/grant"), [:], own)

    then:
    granted.status == 204
    get(at(union.otherPrimary, "members/$person"), other).body.lastName == 'Зорина'
    get(at(union.primary, "members/$person"), own).status == 404
    post(at(union.primary, "claims/${asked.body.id}/grant"), [:], own).status == 404
    get(at(union.otherPrimary, 'requests'), other).body[0].personId == person.toString()
    get(at(union.primary, 'register?on=2024-01-01'), own).body.counted == 1
  }

  def "a foreign chair finds nothing, a member and a stranger may not ask: #path"() {
    given:
    def person = aMember(union.primary)
    def id = UUID.randomUUID()
    def full = at(union.primary, path.replace('{person}', person.toString()).replace('{id}', id.toString()))

    expect:
    send(method, full, body, tokenOf('other-chair'), key()).status == 404
    send(method, full, body, tokenOf('territory'), key()).status == 404
    send(method, full, body, tokenFor(person), key()).status == 403
    send(method, full, body, null, key()).status == 401

    where:
    method | path                                     | body
    'GET'  | 'register?on=2024-01-01'                 | null
    'GET'  | 'members/{person}/history?on=2024-01-01' | null
    'GET'  | 'units'                                  | null
    'POST' | 'members/{person}/state'                 | [category: 'WORKING', engagement: 'MAIN', unionRoles: [], from: '2024-01-01']
    'POST' | 'members/{person}/end/undo'              | [:]
    'POST' | 'requests'                               | request('Зорина')
    'GET'  | 'requests'                               | null
    'POST' | 'requests/{id}/cancel'                   | [:]
    'POST' | 'requests/{id}/end-link'                 | [on: '2024-01-01']
    'GET'  | 'claims'                                 | null
    'POST' | 'claims/{id}/grant'                      | [:]
    'POST' | 'claims/{id}/refuse'                     | [reason: 'нет']
    'GET'  | 'corrections'                            | null
    'POST' | 'corrections/{id}/accept'                | [:]
    'POST' | 'corrections/{id}/decline'               | [reason: 'нет']
    'GET'  | 'duplicates'                             | null
    'POST' | 'duplicates/distinct'                    | [personId: UUID.randomUUID(), otherPersonId: UUID.randomUUID()]
    'POST' | 'merges'                                 | [personId: UUID.randomUUID(), mergedPersonId: UUID.randomUUID()]
    'GET'  | 'merges'                                 | null
    'POST' | 'merges/{id}/undo'                       | [:]
  }

  def "a late entry keeps the reason, and the register of a past day follows"() {
    given:
    def person = aMember(union.primary)
    def chair = tokenOf('chair')
    def state = [category: 'ON_LEAVE', engagement: 'MAIN', unit: 'Начальная школа', unionRoles: ['GROUP_ORGANISER'],
                 suspendedUntil: '2040-09-01', from: '2025-09-01']

    expect:
    post(at(union.primary, "members/$person/state"), state, chair).problem == 'STATE_REASON_MISSING'
    post(at(union.primary, "members/$person/state"), state + [from: '2099-01-01', reason: 'рано'], chair).problem == 'STATE_DAY_WRONG'
    post(at(union.primary, "members/$person/state"), state + [suspendedUntil: null, reason: 'без срока'], chair).problem == 'STATE_TERM_WRONG'

    when:
    def changed = post(at(union.primary, "members/$person/state"), state + [reason: 'Приказ принесли сегодня'], chair)

    then:
    changed.body.suspendedUntil == '2040-09-01'
    changed.body.unionRoles == ['GROUP_ORGANISER']
    with(get(at(union.primary, "members/$person/history?on=2025-08-31"), chair).body) {
      onDay.unit == null
      periods*.reason == ['Приказ принесли сегодня', null]
    }
    get(at(union.primary, "members/$person/history?on=2025-09-01"), chair).body.onDay.unit == 'Начальная школа'
    get(at(union.primary, 'units'), chair).body == [[name: 'Начальная школа', people: 1]]
  }

  def "a member says what is wrong from her phone, and the chair writes it down"() {
    given:
    def person = aMember(union.primary, lastName: 'Зорина')
    def chair = tokenOf('chair')
    def phone = tokenFor(person)

    expect:
    get('/v1/member/record', phone).body.lastName == 'Зорина'
    post('/v1/member/corrections', [lastName: 'Зорина'], phone, key()).problem == 'CORRECTION_EMPTY'

    when:
    def proposed = post('/v1/member/corrections', [lastName: 'Солнцева', note: 'Вышла замуж'], phone, key())
    def open = get(at(union.primary, 'corrections'), chair).body

    then:
    proposed.body.corrections*.state == ['OPEN']
    open[0].changes == [[field: 'LAST_NAME', title: 'Фамилия', before: 'Зорина', after: 'Солнцева']]

    when:
    def accepted = post(at(union.primary, "corrections/${open[0].id}/accept"), null, chair)

    then:
    accepted.status == 204
    get('/v1/member/record', phone).body.with { [lastName, corrections[0].state] } == ['Солнцева', 'ACCEPTED']
    post(at(union.primary, "corrections/${open[0].id}/decline"), [reason: 'нет'], chair).problem == 'CORRECTION_ANSWERED'
  }

  def "two records of one human become one and two again"() {
    given:
    def one = aMember(union.primary, lastName: 'Зорина')
    def two = aMember(union.primary, lastName: 'Зорина', middleName: null)
    def chair = tokenOf('chair')
    def key = key()

    expect:
    get(at(union.primary, 'duplicates'), chair).body.collectMany { [it.one.personId, it.other.personId] } as Set ==
      [one, two]*.toString() as Set

    when:
    def merged = post(at(union.primary, 'merges'), [personId: one, mergedPersonId: two], chair, key)

    then:
    merged.status == 204
    get(at(union.primary, 'duplicates'), chair).body == []
    get(at(union.primary, "members/$two"), chair).status == 404
    get(at(union.primary), chair).body.people == 1

    when:
    def undone = post(at(union.primary, "merges/${key['Idempotency-Key']}/undo"), null, chair)

    then:
    undone.status == 204
    get(at(union.primary), chair).body.people == 2
    get(at(union.primary, 'merges'), chair).body[0].undoneAt
  }

  def "offices above see how many wait in closed primaries, and no name"() {
    given:
    aMember(union.otherPrimary, lastName: 'Зорина')
    asSuperuser { it.execute("UPDATE organisations.organisation SET status = 'EXCLUDED' WHERE id = ?", [union.otherPrimary]) }

    when:
    def answer = get("/v1/office/organisations/${union.local}/stranded", tokenOf('territory'))

    then:
    answer.body*.people == [1]
    !new String(answer.bytes, 'UTF-8').contains('Зорина')
    get("/v1/office/organisations/${union.local}/stranded", tokenOf('region')).body*.people == [1]
    get("/v1/office/organisations/${union.region}/stranded", tokenOf('territory')).status == 404
    get("/v1/office/organisations/${union.local}/stranded", tokenOf('chair')).status == 404

    cleanup:
    asSuperuser { it.execute("UPDATE organisations.organisation SET status = 'ACTIVE' WHERE id = ?", [union.otherPrimary]) }
  }

  def "she answers on her own phone when another primary asks for her"() {
    given:
    def person = aMember(union.primary, lastName: 'Зорина')
    def phone = tokenFor(person)
    def asked = post(at(union.otherPrimary, 'requests'), request('Зорина'), tokenOf('other-chair'), key()).body
    def answer = { String how, Map body = [:] -> post("/v1/member/claims/${asked.id}/$how", body, phone) }

    expect:
    get('/v1/member/claims', phone).body.collect { [it.id, it.to, it.wish] } == [[asked.id, 'ППО детского сада № 5', 'TRANSFER']]
    answer('refuse').status == 400
    answer('confirm').status == 204
    answer('refuse', [reason: 'Поздно']).problem == 'REQUEST_ANSWERED'
    get('/v1/member/claims', phone).body == []
    get('/v1/member/record', phone).body.primary == 'ППО детского сада № 5'
  }

  def "the office names who takes the people of a closed primary over, and its chair takes them all"() {
    given:
    def person = aMember(union.otherPrimary, lastName: 'Зорина')
    def chair = tokenOf('chair')
    def receiver = { String inpo, String login -> put("/v1/office/organisations/$union.otherPrimary/receiver", [inpo: inpo], tokenOf(login)) }

    expect:
    receiver('16-001-0001', 'territory').problem == 'RECEIVER_NOT_NEEDED'

    when:
    asSuperuser { it.execute("UPDATE organisations.organisation SET status = 'EXCLUDED' WHERE id = ?", [union.otherPrimary]) }

    then:
    receiver('16-999-0001', 'territory').problem == 'RECEIVER_UNKNOWN'
    receiver('16-001-0000', 'territory').problem == 'RECEIVER_UNKNOWN'
    receiver('16-001-0001', 'chair').status == 404
    receiver('16-001-0001', 'territory').status == 204
    get("/v1/office/organisations/${union.local}/stranded", tokenOf('territory')).body*.receiver == ['ППО школы № 17']
    get(at(union.primary), chair).body.toDo.find { it.code == 'TAKE_OVER' }.count == 1
    get(at(union.primary, 'takeovers'), chair).body == [[fromId: union.otherPrimary.toString(), name: 'ППО детского сада № 5', people: 1]]

    when:
    def once = key()
    def taken = post(at(union.primary, 'takeovers'), [fromId: union.otherPrimary], chair, once)

    then:
    taken.body == [people: 1]
    post(at(union.primary, 'takeovers'), [fromId: union.otherPrimary], chair, once).body == [people: 1]
    post(at(union.primary, 'takeovers'), [fromId: union.otherPrimary], chair, key()).problem == 'TAKEOVER_NOBODY'
    get(at(union.primary, "members/$person"), chair).body.lastName == 'Зорина'
    get("/v1/office/organisations/${union.local}/stranded", tokenOf('territory')).body == []

    cleanup:
    asSuperuser {
      it.execute('TRUNCATE members.receiver')
      it.execute("UPDATE organisations.organisation SET status = 'ACTIVE' WHERE id = ?", [union.otherPrimary])
    }
  }

  private static String at(UUID primary, String rest = '') {
    "/v1/chair/primaries/$primary${rest ? '/' + rest : ''}".toString()
  }

  private static Map<String, String> key() {
    ['Idempotency-Key': UUID.randomUUID().toString()]
  }

  private static Map request(String lastName) {
    [wish: 'TRANSFER', lastName: lastName, firstName: 'Мария', middleName: 'Петровна', birthDate: '1980-02-01', wantedOn: '2025-09-01']
  }

  private static Map newMember(String lastName) {
    [lastName: lastName, firstName: 'Мария', middleName: 'Петровна', birthDate: '1980-02-01', sex: 'F', category: 'WORKING',
     engagement: 'MAIN', position: 'учитель', staffGroup: 'TEACHER', joinedUnion: '2010', registeredOn: '2025-09-01']
  }

  private String tokenFor(UUID person) {
    def key = new ECKeyGenerator(Curve.P_256).generate()
    def phone = asSuperuser { sql ->
      def owner = sql.firstRow('SELECT primary_id, ticket_number FROM members.person WHERE id = ?', [person])
      PrintedTickets.trustedPhone(sql, person, owner.primary_id as UUID, owner.ticket_number as String, key)
    }
    tokens.forMember(person, phone)
  }
}
