package org.profbilet.drill

import groovy.sql.Sql
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The server as {@code deploy/run} starts it: a process of its own, with a home directory of its own. */
class ServerProcess {

    final Path home
    final int port
    private final int managementPort = freePort()
    private final Path log
    private final Map<String, String> settings
    private final List<String> options
    private Process process

    ServerProcess(Path home, Map<String, String> settings = [:], List<String> options = []) {
        this.home = home
        this.port = settings.PROFBILET_PORT?.toInteger() ?: freePort()
        this.log = Files.createTempFile(home.parent, 'screen', '.log')
        this.settings = settings
        this.options = options
    }

    /** Returns when it answers, with the milliseconds that took; fails with its own words when it ends before. */
    long start() {
        def begun = System.nanoTime()
        launch()
        while (!answers()) {
            if (!process.alive) {
                throw new IllegalStateException("the server ended:\n${said()}")
            }
            assert secondsSince(begun) < 120
            Thread.sleep(50)
        }
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)
    }

    /** For a start that is to be refused: waits for the end. */
    int startInVain() {
        launch()
        assert process.waitFor(180, TimeUnit.SECONDS)
        process.exitValue()
    }

    /** All that it wrote on its screen. */
    String said() {
        Files.readString(log)
    }

    void killNine() {
        process.destroyForcibly().waitFor()
    }

    /** As when the power fails: the database goes without a word too. */
    void killTheDatabaseToo() {
        killNine()
        def pid = Files.readAllLines(home.resolve('postgres/data/postmaster.pid'))[0].trim() as long
        def database = ProcessHandle.of(pid).get()
        database.destroyForcibly()
        database.onExit().get(10, TimeUnit.SECONDS)
    }

    /** SIGTERM; returns the exit code. */
    int stop() {
        process.destroy()
        assert process.waitFor(30, TimeUnit.SECONDS)
        process.exitValue()
    }

    /** Its database, past row-level security. */
    <T> T register(Closure<T> work) {
        def sql = Sql.newInstance("jdbc:postgresql://127.0.0.1:$databasePort/profbilet", 'postgres', secret('superuser'))
        try {
            work(sql)
        } finally {
            sql.close()
        }
    }

    String getDatabasePort() {
        Files.readAllLines(home.resolve('postgres/data/postmaster.pid'))[3].trim()
    }

    /** The password of a login of its database: superuser, application. */
    String secret(String login) {
        Files.readString(home.resolve("keys/database-$login"))
    }

    boolean isAlive() {
        process?.alive
    }

    private void launch() {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def builder = new ProcessBuilder([java, '-Xmx256m', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8',
                                          '-Dstdout.encoding=UTF-8', '-Dstderr.encoding=UTF-8',
                                          '-cp', withoutSpecifications(), 'org.profbilet.api.start.Profbilet'] + options)
        builder.environment().putAll([
            PROFBILET_HOME           : home.toString(),
            PROFBILET_PORT           : port.toString(),
            PROFBILET_MANAGEMENT_PORT: managementPort.toString()] + settings)
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start()
        process.outputStream.close()
    }

    private boolean answers() {
        said().contains('Профбилет работает')
    }

    private static String withoutSpecifications() {
        System.getProperty('java.class.path').split(File.pathSeparator)
                .findAll { !it.contains('test-classes') && !it.endsWith('-tests.jar') }
                .join(File.pathSeparator)
    }

    private static long secondsSince(long nanos) {
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanos)
    }

    private static int freePort() {
        new ServerSocket(0).withCloseable { it.localPort }
    }
}
