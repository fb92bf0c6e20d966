package org.profbilet.api.chair

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.charset.StandardCharsets
import org.profbilet.api.HttpSpec
import spock.lang.Stepwise
import spock.util.concurrent.PollingConditions

/** Naming columns, getting the file back, closing the page, taking a load back, taking the list home. */
@Stepwise
@MicronautTest(transactional = false)
class ListFilesOverHttpSpec extends HttpSpec {

  static final List<String> HEADERS = ['Величать', 'Отчество', 'Имя', 'Дата рождения', 'Пол', 'Категория', 'Занятость', 'Дата вступления', 'Постановка на учёт']
  static final List<String> OLGA = ['Агеева', 'Ивановна', 'Ольга', '01.02.1980', 'Ж', 'пенсионер', 'НЕТ', '2001', '01.09.2001']

  static UUID sent = UUID.randomUUID()
  static String planId

  def "a file whose columns are not recognised is kept, and the chair says which they are"() {
    when:
    def unread = upload(pasted([HEADERS, OLGA]), sent)
    def columns = get("${lists()}/$sent/columns", chair()).body

    then:
    unread.status == 422
    unread.problem == 'LIST_COLUMNS_UNKNOWN'
    unread.body.detail.startsWith('В таблице нет столбцов: Фамилия.')
    columns.columns[0].name == 'Величать'
    columns.columns[0].column == null
    columns.columns[0].samples == ['Агеева']
    columns.columns[2].column == 'FIRST_NAME'
    columns.form.find { it.column == 'LAST_NAME' } == [column: 'LAST_NAME', title: 'Фамилия', needed: true]

    when:
    def named = name(columns.columns[0].key, 'LAST_NAME', UUID.randomUUID())
    planId = named.body.id

    then:
    named.status == 200
    named.body.added == 1
    upload(pasted([HEADERS, OLGA]), UUID.randomUUID()).body.added == 1
  }

  def "one column of the form has one place in the file"() {
    expect:
    post("${lists()}/$planId/columns", [columns: [[key: 'имя', column: 'NOTE'], [key: 'пол', column: 'NOTE']]], chair(), key(UUID.randomUUID()))
      .problem == 'LIST_COLUMN_TWICE'
    name('имя', 'NO_SUCH_COLUMN', UUID.randomUUID()).status == 400
    post("${lists()}/$planId/columns", [columns: []], chair(), key(UUID.randomUUID())).status == 400
  }

  def "the file comes back with remarks"() {
    given:
    def plan = upload(pasted([HEADERS, OLGA, OLGA.collect { it == '01.02.1980' ? '31.02.1980' : it }]), UUID.randomUUID()).body

    when:
    def answer = get("${lists()}/${plan.id}/remarks.xlsx", chair())

    then:
    answer.status == 200
    answer.header('content-disposition').contains('remarks.xlsx')
    answer.header('cache-control') == 'no-store'
    answer.bytes[0..1] == [0x50, 0x4b]
  }

  def "a kept file that can be read no more is told of in words, and nothing breaks"() {
    given:
    def plan = upload(pasted([HEADERS, OLGA]), UUID.randomUUID()).body
    asSuperuser { it.execute("UPDATE memberlists.upload SET content = decode('504b0304ffff', 'hex') WHERE id = ?", [UUID.fromString(plan.id)]) }

    when:
    def answer = get("${lists()}/${plan.id}/remarks.xlsx", chair())

    then:
    answer.status == 422
    answer.problem == 'LIST_UNREADABLE'
    get("${lists()}/${plan.id}/columns", chair()).body.columns == []
  }

  def "another primary's chair finds neither plan nor file nor list"() {
    expect:
    get("${lists()}/$planId/columns", tokenOf('other-chair')).status == 404
    get("${lists(union.otherPrimary)}/$planId/columns", tokenOf('other-chair')).status == 404
    get("${lists(union.otherPrimary)}/$planId/remarks.xlsx", tokenOf('other-chair')).status == 404
    post("${lists(union.otherPrimary)}/$planId/undo", [:], tokenOf('other-chair')).status == 404
    get("${lists()}/members.xlsx", tokenOf('other-chair')).status == 404
    get(lists(), tokenOf('other-chair')).status == 404
    get(lists(union.otherPrimary), tokenOf('other-chair')).body.lists == []
    get(lists()).status == 401
  }

  def "the page may be closed: the load goes on and its state is told by its id"() {
    given:
    def body = '{"onlyValid":false,"samePerson":[],"otherPerson":[]}'
    def socket = new Socket('localhost', server.port)

    when:
    socket.outputStream << "POST ${lists()}/$planId/apply HTTP/1.1\r\nHost: localhost:${server.port}\r\nAuthorization: Bearer ${chair()}\r\n" +
      "Content-Type: application/json\r\nIdempotency-Key: ${UUID.randomUUID()}\r\nContent-Length: ${body.length()}\r\n\r\n$body"
    socket.outputStream.flush()
    socket.setSoLinger(true, 0)
    Thread.sleep(30)
    socket.close()

    then:
    new PollingConditions(timeout: 20).eventually {
      assert get("${lists()}/$planId", chair()).body.plan.result?.added == 1
    }
    get("${lists()}/$planId/columns", chair()).problem == 'LIST_FILE_GONE'
    get("${lists()}/$planId/remarks.xlsx", chair()).problem == 'LIST_FILE_GONE'
    get(lists(), chair()).body.lists.find { it.id == planId }.undoUntil
  }

  def "the primary's own list is taken home in the form"() {
    when:
    def answer = get("${lists()}/members.xlsx", chair())

    then:
    answer.status == 200
    answer.header('cache-control') == 'no-store'
    upload(answer.bytes, UUID.randomUUID()).body.unchanged == 1
  }

  def "a load is taken back, once"() {
    when:
    def undone = post("${lists()}/$planId/undo", [:], chair())

    then:
    undone.status == 200
    undone.body == [removed: 1, restored: 0, kept: []]
    post("${lists()}/$planId/undo", [:], chair()).body == undone.body
    get("${lists()}/$planId", chair()).body.plan.undone == undone.body
    get("/v1/chair/primaries/${union.primary}/members", chair()).body.members == []
    post("${lists()}/${upload(pasted([HEADERS, OLGA]), UUID.randomUUID()).body.id}/undo", [:], chair()).problem == 'LIST_NOT_APPLIED'
  }

  private String chair() {
    tokenOf('chair')
  }

  private String lists(UUID primary = union.primary) {
    "/v1/chair/primaries/$primary/lists"
  }

  private Answer name(String key, String column, UUID request) {
    post("${lists()}/$sent/columns", [columns: [[key: key, column: column]]], chair(), this.key(request))
  }

  private static Map key(UUID key) {
    ['idempotency-key': key.toString()]
  }

  private static byte[] pasted(List<List<String>> cells) {
    cells*.join('\t').join('\n').getBytes(StandardCharsets.UTF_8)
  }

  private Answer upload(byte[] file, UUID key) {
    def boundary = 'boundary-of-the-list'
    def out = new ByteArrayOutputStream()
    out.write("--$boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list\"\r\nContent-Type: application/octet-stream\r\n\r\n".getBytes(StandardCharsets.UTF_8))
    out.write(file)
    out.write("\r\n--$boundary--\r\n".getBytes(StandardCharsets.UTF_8))
    post(lists(), out.toByteArray(), chair(), this.key(key) + ['content-type': "multipart/form-data; boundary=$boundary".toString()])
  }
}
