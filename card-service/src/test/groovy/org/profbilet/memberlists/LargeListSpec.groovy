package org.profbilet.memberlists

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.memberlists.form.Lists
import org.profbilet.testing.TestDatabase
import spock.lang.TempDir

/** The largest lists of the Union in a process that may have 256 MB of heap. */
@MicronautTest(transactional = false)
class LargeListSpec extends ListSpec {

  @TempDir
  File folder

  def "#what is loaded within 256 MB of heap"() {
    given:
    def primary = primaryNumbered(inpo)
    def file = new File(folder, 'list')
    file.bytes = content.call()

    when:
    def answer = inSmallProcess(file, primary)
    println "$what: $answer"

    then:
    answer.startsWith("$people added;")
    rowsOf('members.person', primary) == people

    where:
    what                      | inpo          | people | content
    "a university's list"     | '16-046-0001' | 8_554  | { Lists.stored('members-university-8554.xlsx') }
    'a list of 20,000 people' | '16-777-0001' | 20_000 | { LargeLists.of(20_000) }
  }

  private String inSmallProcess(File file, UUID primary) {
    def classes = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
    def java = "${System.getProperty('java.home')}/bin/java"
    def process = new ProcessBuilder(java, '-Xmx256m', '-XX:+UseSerialGC', '-Dsuite.log=target/suite-import.log', '-cp', classes, MeasureImport.name, file.path,
      TestDatabase.url(database), TestDatabase.APPLICATION, TestDatabase.PASSWORD, primary.toString())
      .redirectError(new File(folder, 'errors')).start()
    def answer = process.inputStream.text.readLines().findAll { it.contains(' added;') }.join()
    assert process.waitFor() == 0: new File(folder, 'errors').text.takeRight(4_000)
    answer
  }
}
