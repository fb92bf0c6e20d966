package org.profbilet.contract.credential

import groovy.json.JsonOutput
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import org.profbilet.contract.credential.Verification.Verified
import spock.lang.Specification

/** The reference verifier in JavaScript; node 20 or newer must be installed. */
class JavaScriptSpec extends Specification {

  static final Path FOLDER = Path.of('src/test/js').toAbsolutePath()

  def setupSpec() {
    if (!Files.exists(FOLDER.resolve('node_modules/jose/package.json'))) {
      assert run(['npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts']).code == 0
    }
  }

  def "the JavaScript verifier passes its own checks and those of an independent library"() {
    when:
    Map result = run(['node', '--test', '--test-reporter=tap', '.'])

    then:
    result.code == 0
    result.out =~ /(?m)^# fail 0$/
    (result.out =~ /(?m)^# pass (\d+)$/)[0][1].toInteger() > 100
  }

  def "a QR that the page makes is taken by the server"() {
    given:
    Union union = new Union('http://localhost:8080')
    Map question = [
        credential: union.doorCredential().text(), jwk: union.phone.toJSONObject(), nowMs: Union.NOW.toEpochMilli()]

    when:
    Map result = run(['node', 'make-qr.js'], JsonOutput.toJson(question))

    then:
    result.code == 0
    union.verifier().verify(result.out, DoorExpectation.ofEvent(0), Union.NOW) instanceof Verified
  }

  private static Map run(List<String> command, String input = '') {
    Path out = Files.createTempFile('javascript', '.out')
    Process process = new ProcessBuilder(command)
        .directory(FOLDER.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start()
    process.outputStream.withCloseable { it.write(input.getBytes('UTF-8')) }
    boolean ended = process.waitFor(180, TimeUnit.SECONDS)
    if (!ended) {
      process.destroyForcibly()
    }
    String text = Files.readString(out)
    Files.delete(out)
    return [code: ended ? process.exitValue() : -1, out: text]
  }
}
