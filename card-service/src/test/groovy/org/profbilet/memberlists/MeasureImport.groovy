package org.profbilet.memberlists

import groovy.transform.CompileStatic
import io.micronaut.context.ApplicationContext
import java.lang.management.ManagementFactory
import java.lang.management.MemoryType
import java.sql.Connection
import java.sql.DriverManager
import org.dhatim.fastexcel.reader.ReadableWorkbook
import org.dhatim.fastexcel.reader.Row
import org.postgresql.copy.CopyManager
import org.postgresql.core.BaseConnection
import org.profbilet.access.Acting
import org.profbilet.access.Role
import org.profbilet.organisations.Level

/**
 * Loads one list in a process of its own, so that its memory can be limited, and prints how long it
 * took beside the least that any program would need: reading the file and one COPY of its rows.
 */
@CompileStatic
class MeasureImport {

  /** file, JDBC address, login, password, primary */
  static void main(String[] arguments) {
    byte[] file = new File(arguments[0]).bytes
    String url = arguments[1]
    ApplicationContext context = ApplicationContext.run([
      'datasources.default.url'              : url,
      'datasources.default.username'         : arguments[2],
      'datasources.default.password'         : arguments[3],
      'datasources.default.driver-class-name': 'org.postgresql.Driver',
      'profbilet.jobs.enabled'               : 'false',
    ] as Map<String, Object>)
    try {
      Acting chair = new Acting(UUID.randomUUID(), UUID.fromString(arguments[4]), Level.PRIMARY, Role.CHAIR)
      long floor = file[0] == (byte) 0x50 ? rawly(file, DriverManager.getConnection(url, arguments[2], arguments[3])) : 0
      long start = System.nanoTime()
      PreviewOutcome outcome = context.getBean(PreviewList).preview(chair, UUID.randomUUID(), file)
      Plan plan = ((PreviewOutcome.Planned) outcome).plan()
      long previewed = System.nanoTime()
      ApplyOutcome applied = context.getBean(ApplyList).apply(chair, plan.id(), ApplyList.Choice.validOnly())
      long end = System.nanoTime()
      int added = ((ApplyOutcome.Applied) applied).result().added()
      long whole = millis(start, end)
      println(added + ' added; preview ' + millis(start, previewed) + ' ms, apply ' + millis(previewed, end) + ' ms, ' +
        (added * 1000L).intdiv(Math.max(1, millis(previewed, end))) + ' rows/s at apply; raw read and COPY ' + floor + ' ms; ratio ' +
        (floor == 0 ? '-' : String.format(Locale.ROOT, '%.2f', whole / (double) floor)) + '; peak heap ' + peakHeap() + ' MB')
    } finally {
      context.close()
    }
  }

  /** One pass over the file, one COPY of its cells as they stand. */
  private static long rawly(byte[] file, Connection connection) {
    long start = System.nanoTime()
    StringBuilder rows = new StringBuilder()
    ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))
    book.firstSheet.openStream().forEach { Row row ->
      for (int i = 0; i < 27; i++) {
        rows.append(i == 0 ? '' : '\t').append(i < row.cellCount && row.getCell(i) != null ? row.getCell(i).text.replaceAll('[\\t\\n\\\\]', ' ') : '')
      }
      rows.append('\n')
    }
    connection.createStatement().execute('CREATE TEMPORARY TABLE raw (' + (1..27).collect { 'c' + it + ' text' }.join(', ') + ')')
    new CopyManager((BaseConnection) connection).copyIn('COPY raw FROM STDIN', new StringReader(rows.toString()))
    long end = System.nanoTime()
    connection.close()
    millis(start, end)
  }

  private static long peakHeap() {
    long peak = 0
    ManagementFactory.memoryPoolMXBeans.each { if (it.type == MemoryType.HEAP) { peak += it.peakUsage.used } }
    peak >> 20
  }

  private static long millis(long from, long to) {
    (to - from).intdiv(1_000_000)
  }
}
