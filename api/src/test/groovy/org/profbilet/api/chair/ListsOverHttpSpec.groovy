package org.profbilet.api.chair

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.charset.StandardCharsets
import org.profbilet.api.HttpSpec
import spock.lang.Stepwise

/** A chair loads the list of her school and works with the people. */
@Stepwise
@MicronautTest(transactional = false)
class ListsOverHttpSpec extends HttpSpec {

  static String planId

  def "the chair sends the list of 52 and sees what it would change"() {
    when:
    def answer = upload(stored('members-school-52.xlsx'), UUID.randomUUID())

    then:
    answer.status == 200
    answer.body.rows == 52
    answer.body.added == 52
    answer.body.errors == 0
    answer.body.format == 'XLSX'

    when:
    planId = answer.body.id
    def page = get("${lists()}/$planId?pile=NEW&limit=50", chair()).body
    def rest = get("${lists()}/$planId?pile=NEW&limit=50&cursor=${page.nextCursor}", chair()).body

    then:
    page.rows.size() == 50
    page.rows[0].title == 'Бадмаева Мария Сергеевна'
    page.rows[0].row == 4
    rest.rows.size() == 2
    rest.nextCursor == null
  }

  def "another primary's chair gets 404 for the plan, whatever she asks"() {
    expect:
    get("${lists()}/$planId", tokenOf('other-chair')).status == 404
    get("${lists(union.otherPrimary)}/$planId", tokenOf('other-chair')).status == 404
    post("${lists(union.otherPrimary)}/$planId/apply", choice(), tokenOf('other-chair')).status == 404
    get("${lists()}/$planId").status == 401
  }

  def "she applies it and sees 52 people, by surname"() {
    when:
    def applied = post("${lists()}/$planId/apply", choice(), chair())
    def people = get("${members()}?limit=500", chair()).body.members

    then:
    applied.status == 200
    applied.body.added == 52
    applied.body.consents > 100
    post("${lists()}/$planId/apply", choice(), chair()).body == applied.body
    people.size() == 52
    people*.ticketNumber.unique().size() == 52
    people*.lastName == people*.lastName.toSorted(java.text.Collator.getInstance(new Locale("ru")))
  }

  def "е finds ё, page by page"() {
    when:
    def all = get("${members()}?query=${encoded('сем')}", chair()).body.members
    def first = get("${members()}?limit=20", chair()).body
    def second = get("${members()}?limit=20&cursor=${first.nextCursor}", chair()).body
    def third = get("${members()}?limit=20&cursor=${second.nextCursor}", chair()).body

    then:
    all*.lastName.every { it.startsWith('Сем') || it.startsWith('Сём') }
    get("${members()}?query=${encoded('семенова')}", chair()).body.members*.lastName.contains('Семёнова')
    [first, second, third]*.members*.size() == [20, 20, 12]
    third.nextCursor == null
    [first, second, third].collectMany { it.members*.id }.unique().size() == 52
  }

  def "one member's record shows addresses, consents and history"() {
    given:
    def id = get("${members()}?query=${encoded('орлова')}", chair()).body.members[0].id

    when:
    def card = get("${members()}/$id", chair()).body

    then:
    card.lastName == 'Орлова'
    card.firstName == 'Алёна'
    card.birthDate == '1942-07-06'
    card.joinedUnion == '1979-05-19'
    card.contacts*.value as Set == ['+79886213461', 'alena.orlova3@example.org'] as Set
    card.consents*.purpose.unique() as Set == ['UNION_PROCESSING', 'PARTNER', 'MESSAGES'] as Set
    card.consents.every { it.state == 'GIVEN' && it.signedOn == '2025-03-15' }
    card.card == null
    card.changes*.field == ['MEMBERSHIP']
    get("${members(union.otherPrimary)}/$id", tokenOf('other-chair')).status == 404
    get("${members()}/$id", tokenOf('other-chair')).status == 404
  }

  def "the same file again: nothing new, nothing changed"() {
    when:
    def plan = upload(stored('members-school-52.xlsx'), UUID.randomUUID()).body

    then:
    [plan.added, plan.changed, plan.unchanged] == [0, 0, 52]
    plan.sameFileAppliedAt
  }

  def "the same request again is the same plan; another file under its key is refused"() {
    given:
    def key = UUID.randomUUID()
    def plan = upload(stored('members-messy-60.xlsx'), key).body

    expect:
    upload(stored('members-messy-60.xlsx'), key).body == plan
    upload(stored('members-school-52.csv'), key).problem == 'IDEMPOTENCY_MISMATCH'
  }

  def "a messy list tells row, column, what stands there and what to do"() {
    given:
    def plan = upload(stored('members-messy-60.xlsx'), UUID.randomUUID()).body

    when:
    def errors = get("${lists()}/${plan.id}?pile=ERROR", chair()).body.rows

    then:
    errors.find { it.row == 11 }.remarks*.text ==
      ['Строка 11, «Дата рождения»: такого дня нет: «31.02.1980». Проверьте день и месяц.']
    post("${lists()}/${plan.id}/apply", choice(), chair()).problem == 'PLAN_HAS_ERRORS'
    post("${lists()}/${plan.id}/apply", choice(true), chair()).status == 200
    get("${members()}?limit=500", chair()).body.members.size() == 52 + 45
  }

  def "a file that is no list is refused with a sentence"() {
    when:
    def answer = upload([0xff, 0xd8, 0xff, 0xe0, 0, 16] as byte[], UUID.randomUUID())

    then:
    answer.status == 422
    answer.problem == 'LIST_UNREADABLE'
    answer.body.detail.startsWith('Это не таблица.')
  }

  def "the empty form bears the number of the primary"() {
    when:
    def answer = get("${lists()}/template.xlsx", chair())

    then:
    answer.status == 200
    answer.header('content-type').startsWith('application/vnd.openxmlformats')
    answer.bytes[0..1] == [0x50, 0x4b]
    upload(answer.bytes, UUID.randomUUID()).body.detail.startsWith('Под названиями столбцов нет ни одного человека.')
  }

  def "one person is added by hand, once"() {
    given:
    def key = UUID.randomUUID()

    when:
    def added = add(key, newcomer())

    then:
    added.status == 200
    added.body.id == key.toString()
    added.body.ticketNumber ==~ /\d{10}/
    add(key, newcomer()).body == added.body
    add(key, newcomer(position: 'завуч')).problem == 'IDEMPOTENCY_MISMATCH'
    add(UUID.randomUUID(), newcomer()).problem == 'MEMBER_ALREADY_HERE'
    add(UUID.randomUUID(), newcomer(lastName: 'Ягодина')).problem == 'MEMBER_LOOKS_LIKE_SOMEBODY'
    add(UUID.randomUUID(), newcomer(lastName: 'Ягодина', otherPerson: true)).status == 200
  }

  def "wrong entries are told in the words of the form"() {
    when:
    def answer = add(UUID.randomUUID(), newcomer(birthDate: '2020-01-01', phone: 'нет'))

    then:
    answer.problem == 'MEMBER_ENTRIES_WRONG'
    answer.body.detail.startsWith('«Дата рождения»: членом Профсоюза может быть человек от 14 лет')
  }

  def "a person of another primary is not added, and where she is is not told"() {
    given:
    def other = post(members(union.otherPrimary), newcomer(lastName: 'Щукина', firstName: 'Рената'), tokenOf('other-chair'), key(UUID.randomUUID()))

    when:
    def answer = add(UUID.randomUUID(), newcomer(lastName: 'Щукина', firstName: 'Рената'))

    then:
    other.status == 200
    answer.problem == 'MEMBER_ELSEWHERE'
    !new String(answer.bytes, 'UTF-8').contains(union.otherPrimary.toString())
  }

  def "a member leaves with a reason and a day"() {
    given:
    def id = get("${members()}?query=${encoded('орлова')}", chair()).body.members[0].id
    def leave = { Map body -> post("${members()}/$id/end", body, chair()) }

    expect:
    leave(on: '2031-01-01', reason: 'RESIGNED').problem == 'MEMBERSHIP_END_WRONG'
    leave(on: '1950-01-01', reason: 'RESIGNED').problem == 'MEMBERSHIP_END_WRONG'
    post("${members(union.otherPrimary)}/$id/end", [on: '2026-11-01', reason: 'RESIGNED'], tokenOf('other-chair')).status == 404
    leave(on: '2026-11-01', reason: 'RESIGNED').status == 200
    leave(on: '2026-11-01', reason: 'RESIGNED').status == 200
    leave(on: '2026-11-02', reason: 'DISMISSED').problem == 'MEMBERSHIP_ALREADY_ENDED'
    get("${members()}/$id", chair()).body.endReason == 'RESIGNED'
    !get("${members()}?limit=500", chair()).body.members*.id.contains(id)
  }

  private String chair() {
    tokenOf('chair')
  }

  private String lists(UUID primary = union.primary) {
    "/v1/chair/primaries/$primary/lists"
  }

  private String members(UUID primary = union.primary) {
    "/v1/chair/primaries/$primary/members"
  }

  private static Map key(UUID key) {
    ['idempotency-key': key.toString()]
  }

  private static Map choice(boolean onlyValid = false) {
    [onlyValid: onlyValid, samePerson: [], otherPerson: []]
  }

  private static Map newcomer(Map changed = [:]) {
    [lastName: 'Ясенева', firstName: 'Ульяна', middleName: 'Захаровна', birthDate: '1985-04-03', sex: 'F',
     category: 'WORKING', engagement: 'MAIN', position: 'учитель', staffGroup: 'TEACHER', joinedUnion: '2010',
     registeredOn: '2020-09-01', phone: '8 (913) 123-45-67'] + changed
  }

  private Answer add(UUID key, Map person) {
    post(members(), person, chair(), this.key(key))
  }

  private Answer upload(byte[] file, UUID key) {
    def boundary = 'boundary-of-the-list'
    def out = new ByteArrayOutputStream()
    out.write("--$boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n".getBytes(StandardCharsets.UTF_8))
    out.write(file)
    out.write("\r\n--$boundary--\r\n".getBytes(StandardCharsets.UTF_8))
    post(lists(), out.toByteArray(), chair(), this.key(key) + ['content-type': "multipart/form-data; boundary=$boundary".toString()])
  }

  private static byte[] stored(String name) {
    ListsOverHttpSpec.getResourceAsStream("/lists/$name").bytes
  }

  private static String encoded(String text) {
    URLEncoder.encode(text, 'UTF-8')
  }
}
