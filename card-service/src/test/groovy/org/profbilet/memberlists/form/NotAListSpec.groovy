package org.profbilet.memberlists.form

import static org.profbilet.memberlists.form.Lists.refusal
import static org.profbilet.memberlists.form.Lists.sheet
import static org.profbilet.memberlists.form.Lists.stored
import static org.profbilet.memberlists.form.Lists.table

import groovy.transform.CompileStatic
import java.util.zip.Deflater
import java.util.zip.ZipEntry
import java.util.zip.ZipInputStream
import java.util.zip.ZipOutputStream
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey
import org.apache.poi.hssf.usermodel.HSSFWorkbook
import org.apache.poi.poifs.crypt.EncryptionInfo
import org.apache.poi.poifs.crypt.EncryptionMode
import org.apache.poi.poifs.filesystem.POIFSFileSystem
import org.apache.poi.xwpf.usermodel.XWPFDocument
import spock.lang.Specification
import spock.lang.TempDir

class NotAListSpec extends Specification {

  static final Map<String, Object> OLGA = Lists.OLGA

  static final String SHEET = 'xl/worksheets/sheet1.xml'

  @TempDir
  File folder

  def "#what is refused: #reason"() {
    expect:
    refusal(file()) == reason

    where:
    what                               | reason                        | file
    'a file of no bytes'               | Unreadable.EMPTY_FILE         | { new byte[0] }
    'a file of more than 20 MB'        | Unreadable.TOO_BIG            | { new byte[(20 << 20) + 1] }
    'a photograph named .xlsx'         | Unreadable.NOT_A_TABLE        | { photograph() }
    'a letter in Word'                 | Unreadable.NOT_A_TABLE        | { letter() }
    'an archive of something else'     | Unreadable.NOT_A_TABLE        | { zip('notes.txt': 'nothing') }
    'a workbook with a password'       | Unreadable.PASSWORD           | { withPassword() }
    'an old workbook with a password'  | Unreadable.PASSWORD           | { oldWithPassword() }
    'half of a workbook'               | Unreadable.DAMAGED            | { half(stored('members-school-52.xlsx')) }
    'half of an old workbook'          | Unreadable.DAMAGED            | { half(stored('members-school-52.xls')) }
    'half of a LibreOffice sheet'      | Unreadable.DAMAGED            | { half(stored('members-school-52.ods')) }
    'a workbook whose sheet is broken' | Unreadable.DAMAGED            | { changed { String xml -> xml.replace('</row>', '</raw>') } }
    'a text'                           | Unreadable.NO_HEADER          | { 'Просим прислать список\nдо пятницы'.bytes }
    'a sheet without headers'          | Unreadable.NO_HEADER          | { table([['Агеева', 'Ольга'], ['Белов', 'Пётр']]) }
    'a header below the 15th row'      | Unreadable.NO_HEADER          | { table([['титул']] * 15 + [OLGA.keySet() as List, OLGA.values() as List]) }
    'a header and nobody'              | Unreadable.NO_ROWS            | { table([OLGA.keySet() as List]) }
    'a list without dates of birth'    | Unreadable.COLUMNS_MISSING    | { sheet([OLGA.findAll { it.key != 'Дата рождения' }]) }
    'a list of 20,001 people'          | Unreadable.TOO_MANY_ROWS      | { people(20_001) }
    'a sheet that reads a file'        | Unreadable.SUSPICIOUS         | { changed { String xml -> xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet') } }
    'a billion laughs'                 | Unreadable.SUSPICIOUS         | { changed { String xml -> xml.replace('<worksheet', laughs() + '<worksheet') } }
    'a cell in column ZZZZZZ'          | Unreadable.SUSPICIOUS         | { changed { String xml -> xml.replace('r="A2"', 'r="ZZZZZZ2"') } }
  }

  def "what columns are missing is said by name"() {
    when:
    def reading = Lists.reading(sheet([OLGA.findAll { !(it.key in ['Пол', 'Дата рождения']) }]))

    then:
    Sentences.of(reading.reason(), reading.details()) ==
      'В таблице нет столбцов: Дата рождения, Пол. Добавьте их или перенесите список в образец.'
  }

  def "every refusal tells what to do"() {
    expect:
    Unreadable.values().every { Sentences.of(it, []).split(/[.!]\s/).length > 1 }
  }

  def "20,000 people are still a list"() {
    expect:
    Lists.list(people(20_000)).rows().size() == 20_000
  }

  def "#what takes no more than 128 MB of memory"() {
    given:
    def file = new File(folder, 'list')
    content(file)

    when:
    def answer = inSmallProcess(file)
    println "$what: ${file.length()} bytes, $answer"

    then:
    answer.startsWith(expected)

    where:
    what                                       | expected              | content
    'a workbook of 5 million blank rows'       | 'NO_HEADER'           | { File f -> blankRows(f, 5_000_000, '') }
    'a list above 5 million blank rows'        | 'TOO_MANY_BLANK_ROWS' | { File f -> blankRows(f, 5_000_000, 'list') }
    'a list above a million blank rows'        | '1 rows'              | { File f -> blankRows(f, 1_000_000, 'list') }
    'a bomb of 500 MB of zeros'                  | 'SUSPICIOUS'          | { File f -> bomb(f, SHEET) }
    'a bomb in the shared texts'               | 'SUSPICIOUS'          | { File f -> bomb(f, 'xl/sharedStrings.xml') }
    'a row of LibreOffice repeated a million times' | 'TOO_MANY_ROWS'  | { File f -> repeated(f) }
    "a university's list"                      | '8554 rows'           | { File f -> f.bytes = stored('members-university-8554.xlsx') }
  }

  private static String inSmallProcess(File file) {
    def classes = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
    def java = "${System.getProperty('java.home')}/bin/java"
    def process = new ProcessBuilder(java, '-Xmx128m', '-XX:+UseSerialGC', '-cp', classes, ReadOneList.name, file.path)
      .redirectError(ProcessBuilder.Redirect.DISCARD).start()
    def answer = process.inputStream.text.trim()
    process.waitFor()
    answer
  }

  private static byte[] photograph() {
    [0xff, 0xd8, 0xff, 0xe0, 0, 16] as byte[]
  }

  private static byte[] letter() {
    def out = new ByteArrayOutputStream()
    new XWPFDocument().write(out)
    out.toByteArray()
  }

  private static byte[] half(byte[] file) {
    Arrays.copyOf(file, file.length.intdiv(2))
  }

  private static byte[] withPassword() {
    def ole = new POIFSFileSystem()
    def encryptor = new EncryptionInfo(EncryptionMode.agile).encryptor
    encryptor.confirmPassword('secret')
    encryptor.getDataStream(ole).withCloseable { it.write(sheet([OLGA])) }
    def out = new ByteArrayOutputStream()
    ole.writeFilesystem(out)
    out.toByteArray()
  }

  private static byte[] oldWithPassword() {
    Biff8EncryptionKey.currentUserPassword = 'secret'
    try {
      def out = new ByteArrayOutputStream()
      def book = new HSSFWorkbook()
      book.createSheet('Список')
      book.write(out)
      return out.toByteArray()
    } finally {
      Biff8EncryptionKey.currentUserPassword = null
    }
  }

  private static byte[] people(int count) {
    def lines = (1..count).collect { "Агеева;${'а' + cyrillic(it)};01.02.1980;Ж;пенсионер;НЕТ;2001;01.09.2001" }
    (['Фамилия;Имя;Дата рождения;Пол;Категория;Занятость;Дата вступления;Постановка на учёт'] + lines).join('\n').getBytes('UTF-8')
  }

  private static String cyrillic(int number) {
    Integer.toString(number, 20).collect { ('а' as char) + Character.digit(it as char, 20) as char }.join('')
  }

  private static String laughs() {
    def entities = (1..9).collect { "<!ENTITY l$it \"${("&l${it - 1};") * 10}\">" }.join('')
    "<!DOCTYPE lolz [<!ENTITY l0 \"lol\">$entities]>"
  }

  /** A sound workbook, its first sheet changed. */
  private static byte[] changed(Closure<String> change) {
    def out = new ByteArrayOutputStream()
    def zip = new ZipOutputStream(out)
    def from = new ZipInputStream(new ByteArrayInputStream(sheet([OLGA])))
    for (def part = from.nextEntry; part != null; part = from.nextEntry) {
      zip.putNextEntry(new ZipEntry(part.name))
      zip.write(part.name == SHEET ? change(new String(from.readAllBytes(), 'UTF-8')).getBytes('UTF-8') : from.readAllBytes())
      zip.closeEntry()
    }
    zip.close()
    out.toByteArray()
  }

  private static byte[] zip(Map<String, String> parts) {
    def out = new ByteArrayOutputStream()
    def zip = new ZipOutputStream(out)
    parts.each { name, text ->
      zip.putNextEntry(new ZipEntry(name))
      zip.write(text.getBytes('UTF-8'))
      zip.closeEntry()
    }
    zip.close()
    out.toByteArray()
  }

  private static void blankRows(File file, int count, String people) {
    def parts = partsOf(sheet([OLGA]))
    def whole = new String(parts[SHEET], 'UTF-8')
    def head = people ? whole[0..<whole.indexOf('</sheetData>')] : '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    write(file, parts) { out ->
      out.write(head.getBytes('UTF-8'))
      writeBlankRows(out, count)
      out.write('</sheetData></worksheet>'.bytes)
    }
  }

  @CompileStatic
  private static void writeBlankRows(OutputStream out, int count) {
    def chunk = new StringBuilder()
    for (int row = 3; row < 3 + count; row++) {
      chunk.append('<row r="').append(row).append('"/>')
      if (chunk.length() > 100_000 || row == 2 + count) {
        out.write(chunk.toString().bytes)
        chunk.setLength(0)
      }
    }
  }

  private static void bomb(File file, String where) {
    def parts = partsOf(sheet([OLGA]))
    def zeros = ('<a>' + '0' * 1000) * 1000
    write(file, parts, where) { out -> 500.times { out.write(zeros.bytes) } }
  }

  private static void repeated(File file) {
    def parts = partsOf(stored('members-school-52.ods'))
    def content = new String(parts['content.xml'], 'UTF-8')
    def at = content.lastIndexOf('<table:table-row>')
    def changed = content[0..<at] + '<table:table-row table:number-rows-repeated="1048000">' + content[(at + 17)..-1]
    write(file, parts, 'content.xml') { out -> out.write(changed.getBytes('UTF-8')) }
  }

  private static Map<String, byte[]> partsOf(byte[] file) {
    def from = new ZipInputStream(new ByteArrayInputStream(file))
    def parts = [:]
    for (def part = from.nextEntry; part != null; part = from.nextEntry) {
      parts[part.name] = from.readAllBytes()
    }
    parts
  }

  private static void write(File file, Map<String, byte[]> parts, String replaced = SHEET, Closure content) {
    def zip = new ZipOutputStream(new BufferedOutputStream(file.newOutputStream()))
    zip.level = Deflater.BEST_SPEED
    (parts + [(replaced): null]).each { name, bytes ->
      zip.putNextEntry(new ZipEntry(name))
      bytes == null ? content(zip) : zip.write(bytes)
      zip.closeEntry()
    }
    zip.close()
  }
}
