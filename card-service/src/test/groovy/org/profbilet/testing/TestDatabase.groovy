package org.profbilet.testing

import groovy.sql.Sql
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicInteger
import org.flywaydb.core.Flyway
import org.slf4j.LoggerFactory

/**
 * One PostgreSQL a JVM, migrated once by the owner; every specification gets a clone of it and
 * logs in as the application does: no superuser, owner of nothing, under row-level security.
 * {@code PROFBILET_TEST_POSTGRES_PORT} names a server on this machine instead of the embedded one.
 */
class TestDatabase {

    static final String OWNER = 'profbilet_owner'
    static final String APPLICATION = 'profbilet_app'
    static final String PASSWORD = 'test'

    /** A bench that fills millions of rows asks for more: what is measured would be this setting. */
    private static final String BUFFERS = System.getProperty('test.buffers', '64MB')
    private static final AtomicInteger CLONES = new AtomicInteger()
    private static final int PORT = start()

    static String copy() {
        def name = "copy_${CLONES.incrementAndGet()}".toString()
        asSuperuser { it.execute("CREATE DATABASE ${name} TEMPLATE migrated STRATEGY FILE_COPY".toString()) }
        name
    }

    static void drop(String name) {
        asSuperuser { it.execute("DROP DATABASE IF EXISTS ${name} WITH (FORCE)".toString()) }
    }

    static String url(String database) {
        "jdbc:postgresql://localhost:${PORT}/${database}?logServerErrorDetail=false"
    }

    /** For a look at rows that no application login could see. */
    static Sql superuser(String database) {
        Sql.newInstance(url(database), 'postgres', 'postgres', 'org.postgresql.Driver')
    }

    private static void asSuperuser(Closure<?> work) {
        Sql.withInstance(url('postgres'), 'postgres', 'postgres', 'org.postgresql.Driver', work)
    }

    private static int start() {
        // LogHygieneSpec must find this, or it looked at nothing
        LoggerFactory.getLogger(TestDatabase).info('the canary of the log capture is {}', 'Канарейкина')
        def port = System.getenv('PROFBILET_TEST_POSTGRES_PORT')?.toInteger() ?: startEmbedded()
        migrate(port)
        port
    }

    private static int startEmbedded() {
        def directory = Path.of(System.getProperty('user.home'), '.cache', 'profbilet', 'postgres').toFile()
        directory.mkdirs()
        EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory)
                .setLocaleConfig('locale', 'C.UTF-8')
                .setLocaleConfig('locale-provider', 'icu')
                .setLocaleConfig('icu-locale', 'ru')
                .setServerConfig('full_page_writes', 'off')
                .setServerConfig('shared_buffers', BUFFERS)
                .setServerConfig('max_connections', '100')
                .setServerConfig('unix_socket_directories', '')
                .setPGStartupWait(java.time.Duration.ofSeconds(60))
                .start()
                .port
    }

    /** A server of one's own has known the JVM before this one: what that left is dropped first. */
    private static void migrate(int port) {
        def url = { String database -> "jdbc:postgresql://localhost:$port/$database" }
        Sql.withInstance(url('postgres'), 'postgres', 'postgres', 'org.postgresql.Driver') { sql ->
            sql.rows('SELECT datname FROM pg_database WHERE datname ~ ?', ['^(migrated|copy_[0-9]+)$'])
                    .each { sql.execute("DROP DATABASE ${it.datname} WITH (FORCE)".toString()) }
            [OWNER, APPLICATION].each {
                sql.execute("DROP ROLE IF EXISTS ${it}".toString())
                sql.execute("CREATE ROLE ${it} LOGIN PASSWORD '${PASSWORD}'".toString())
            }
            sql.execute("CREATE DATABASE migrated OWNER ${OWNER}".toString())
        }
        Flyway.configure()
                .dataSource(url('migrated'), OWNER, PASSWORD)
                .placeholders([application_login: APPLICATION])
                .load()
                .migrate()
    }
}
