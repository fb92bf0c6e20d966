package org.profbilet.memberlists

import com.github.f4b6a3.uuid.UuidCreator
import de.siegmar.fastcsv.reader.CsvReader
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.apache.poi.ss.usermodel.CellType
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import org.profbilet.access.Acting
import org.profbilet.access.NotYours
import org.profbilet.memberlists.ApplyList.Choice
import org.profbilet.memberlists.form.Lists
import org.profbilet.memberlists.form.Naming

/** What becomes of the sent file: its columns are named, it comes back with remarks, it is deleted. */
@MicronautTest(transactional = false)
class ColumnsAndFilesSpec extends ListSpec {

  /** The surname under a name of its own, and not where a surname is looked for: two before a patronymic. */
  static final Map<String, Object> ODD = Lists.OLGA.findAll { it.key != 'Фамилия' } + ['Величать': Lists.OLGA['Фамилия']]

  @Inject
  ReturnList returnList

  @Inject
  ExportMembers exportMembers

  @Inject
  ForgetPlans forgetPlans

  @Inject
  ShowLoads showLoads

  def "a column that nobody would recognise is named by the chair, once for all lists of her primary"() {
    given:
    def chair = chair()
    def key = UuidCreator.timeOrderedEpoch

    when:
    def unread = preview(chair, Lists.sheet([ODD]), key)
    def column = previewList.columns(chair, key).get().find { it.name() == 'Величать' }

    then:
    unread.details() == ['Фамилия']
    unread.canBeNamed()
    column.column() == null
    column.samples() == ['Агеева']

    when:
    def plan = previewList.rename(chair, key, UuidCreator.timeOrderedEpoch, new Naming([(column.key()): 'LAST_NAME'])).plan()

    then:
    plan.count(RowOutcome.NEW) == 1
    this.plan(chair, Lists.sheet([ODD + ['Имя': 'Анна']])).count(RowOutcome.NEW) == 1
    preview(this.chair(otherPrimary), Lists.sheet([ODD])).details() == ['Фамилия']
  }

  def "named otherwise, the same file is a new plan; the old one stays as it was"() {
    given:
    def chair = chair()
    def file = Lists.sheet([Lists.OLGA + ['Телефон': '8 913 123-45-67', 'Домашний': '8 913 765-43-21']])
    def first = plan(chair, file)
    def naming = new Naming(['телефон': '', 'домашний': 'PHONE'])
    def key = UuidCreator.timeOrderedEpoch

    when:
    def second = previewList.rename(chair, first.id(), key, naming).plan()

    then:
    second.id() == key
    rows(chair, first)[0].member().phone().e164() == '+79131234567'
    rows(chair, second)[0].member().phone().e164() == '+79137654321'
    previewList.rename(chair, first.id(), key, naming).plan() == second
    previewList.rename(chair, first.id(), key, new Naming(['домашний': 'NOTE'])).reason() == PreviewOutcome.Reason.KEY_OF_ANOTHER_REQUEST
  }

  def "two columns cannot be one"() {
    given:
    def chair = chair()
    def plan = plan(chair, olga())

    expect:
    previewList.rename(chair, plan.id(), UuidCreator.timeOrderedEpoch, new Naming(['имя': 'LAST_NAME', 'фамилия': 'LAST_NAME'])).reason() ==
      PreviewOutcome.Reason.COLUMN_TWICE
  }

  def "another primary sees neither the columns nor the file"() {
    given:
    def plan = plan(chair(), olga())

    when:
    asking(previewList, chair(otherPrimary), plan.id())

    then:
    thrown(NotYours)
    inTransaction { c -> def rows = c.createStatement().executeQuery('SELECT count(*) FROM memberlists.upload'); rows.next(); rows.getInt(1) } == 0

    where:
    asking << [
      { PreviewList list, Acting stranger, UUID id -> list.columns(stranger, id) },
      { PreviewList list, Acting stranger, UUID id -> list.rename(stranger, id, UuidCreator.timeOrderedEpoch, new Naming(['имя': 'LAST_NAME'])) }]
  }

  def "the file is deleted when its plan is applied, however often it was sent"() {
    given:
    def chair = chair()
    plan(chair, school())
    def plan = plan(chair, school())

    expect:
    rowsOf('memberlists.upload') == 2

    when:
    applyList.apply(chair, plan.id(), Choice.everything())

    then:
    rowsOf('memberlists.upload') == 0
    previewList.columns(chair, plan.id()).empty
    returnList.withRemarks(chair, plan.id()).reason() == ReturnOutcome.Reason.FILE_GONE
  }

  def "a file that nobody applied is deleted after 72 hours, and what undoing needs with it"() {
    given:
    def chair = chair()
    load(chair, olga())
    plan(chair, school())

    when:
    clock.advance(Duration.ofHours(71))
    forgetPlans.forget()

    then:
    rowsOf('memberlists.upload') == 1
    rowsOf('memberlists.applied_row') == 1

    when:
    clock.advance(Duration.ofHours(1))
    forgetPlans.forget()

    then:
    ['memberlists.upload', 'memberlists.applied_row', 'memberlists.plan_row'].every { rowsOf(it) == 0 }
  }

  def "the file comes back with what is wrong in its rows, and with who is doubtful"() {
    given:
    def chair = chair()
    load(chair, olga())
    def plan = plan(chair, Lists.sheet([Lists.OLGA + ['Дата рождения': '02.01.1980'], Lists.OLGA + ['Имя': 'Анна', 'Пол': 'кто?']]))

    when:
    def sheet = new XSSFWorkbook(new ByteArrayInputStream(returnList.withRemarks(chair, plan.id()).workbook())).getSheetAt(0)
    def last = sheet.getRow(0).lastCellNum - 1

    then:
    sheet.getRow(1).getCell(last).stringCellValue.startsWith('Похожий человек уже состоит у вас на учёте.')
    sheet.getRow(2).getCell(last).stringCellValue.startsWith('Строка 3, «Пол»: ожидается одно из: М, Ж')
  }

  def "the primary's own list goes out in the form; loaded again it changes nothing: #file"() {
    given:
    def chair = chair(primaryNumbered(UUID.randomUUID().toString().take(18)))
    asSuperuser { it.execute("UPDATE organisations.organisation SET inpo = ? WHERE id = ?", [inpo, chair.organisationId()]) }
    load(chair, Lists.stored(file), Choice.validOnly())

    when:
    def plan = plan(chair, exportMembers.export(chair))

    then:
    plan.rows() == people
    plan.count(RowOutcome.UNCHANGED) == people
    plan.missing() == 0

    cleanup:
    asSuperuser { it.execute("UPDATE organisations.organisation SET inpo = ? WHERE id = ?", [UUID.randomUUID().toString().take(18), chair.organisationId()]) }

    where:
    file                                       | inpo          | people
    'members-school-52.xlsx'                   | '16-001-0001' | 52
    'members-kindergarten-47-no-consents.xlsx' | '16-001-0002' | 47
    'members-messy-60.xlsx'                    | '16-000-0000' | 45
  }

  def "an export is logged, bears its number, and none of its cells is a formula"() {
    given:
    def chair = chair()
    load(chair, olga('Примечание': '=1+1', 'Должность (профессия) / курс, группа': '@повар'))

    when:
    def sheet = new XSSFWorkbook(new ByteArrayInputStream(exportMembers.export(chair))).getSheetAt(0)
    def entry = asSuperuser { it.firstRow("SELECT * FROM audit.entry WHERE organisation_id = ? AND action = 'LIST_EXPORTED'", [primary]) }

    then:
    entry.account_id == chair.accountId()
    sheet.getRow(1).getCell(0).stringCellValue.contains(entry.subject_id.toString())
    sheet.every { row -> row.every { it.cellType != CellType.FORMULA } }
    sheet.getRow(3).find { it.toString() == '=1+1' }.cellType == CellType.STRING
  }

  def "the same list is recognised by its people: #what"() {
    given:
    def chair = chair()
    def people = Lists.list(school())
    load(chair, school())

    expect:
    plan(chair, file.call()).sameFileAppliedAt() == clock.instant()

    where:
    what                              | file
    'saved as .xlsx by POI'           | { resaved(false) }
    'rows in another order'           | { resaved(true) }
    'the same bytes'                  | { school() }
  }

  def "another list is not taken for it"() {
    given:
    def chair = chair()
    load(chair, school())

    expect:
    plan(chair, olga()).sameFileAppliedAt() == null
  }

  def "the desk is shown what was loaded and what waits"() {
    given:
    def chair = chair()
    load(chair, olga())
    clock.advance(Duration.ofMinutes(1))
    def waiting = plan(chair, school())

    when:
    def loads = showLoads.list(chair)

    then:
    loads*.id()[0] == waiting.id()
    loads*.result()*.added() == [null, 1]
    loads*.progress() == [null, null]
    showLoads.list(this.chair(otherPrimary)).empty
  }

  /** The school's list as another program would save it. */
  private static byte[] resaved(boolean turned) {
    def lines = CsvReader.builder().fieldSeparator(';' as char).skipEmptyLines(false)
        .ofCsvRecord(new String(school(), 'windows-1251')).collect { new ArrayList<>(it.fields) }
    def at = lines.findIndexOf { it.contains('Фамилия') }
    def people = lines.drop(at + 1)
    Lists.table(lines.take(at + 1) + (turned ? people.reverse() : people))
  }
}
