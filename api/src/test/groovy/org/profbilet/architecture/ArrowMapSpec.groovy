package org.profbilet.architecture

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import io.micronaut.data.annotation.Query
import spock.lang.Shared
import spock.lang.Specification

/**
 * Which feature may know which. The map is exact: an arrow that nobody uses, a new package and a
 * misspelt name fail as well as a forbidden arrow. It judges what Java imports and the schemas that
 * SQL names.
 */
class ArrowMapSpec extends Specification {

    static final Map<String, String> MAP = ArrowMap.ARROWS

    @Shared
    JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption({ it.contains('-tests.jar') ? false : true } as ImportOption)
            .importPackages('org.profbilet')

    def "every package is on the map and every name on the map is a package"() {
        expect:
        classes.findAll { !generated(it.name) }.collect { feature(it.packageName) }.toSet() == MAP.keySet()
    }

    def "a feature knows exactly what the map says"() {
        when:
        def found = MAP.keySet().collectEntries { [it, new TreeSet<String>()] }
        classes.findAll { !generated(it.name) }.each { from ->
            from.directDependenciesFromSelf.each { dependency ->
                arrow(found, feature(from.packageName), feature(dependency.targetClass.packageName))
            }
            schemasIn(from.reflect()).each { arrow(found, feature(from.packageName), it) }
        }

        then:
        found.collectEntries { name, known -> [name, known.join(' ')] } ==
                MAP.collectEntries { name, known -> [name, known.split(' ').findAll().sort().join(' ')] }
    }

    def "there is no way round in a circle"() {
        expect:
        MAP.keySet().every { !reaches(it, it, [] as Set) }
    }

    def "only a feature itself writes its schema"() {
        when:
        def foreign = classes.findAll { !generated(it.name) }.collectMany { from ->
            queriesOf(from.reflect()).collectMany { sql ->
                (sql =~ /(?i)(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+([a-z]+)\./)
                        .collect { it[1] }
                        .findAll { it != 'ONLY' && it != feature(from.packageName) }
                        .collect { "${from.simpleName} writes $it".toString() }
            }
        }

        then:
        foreign == []
    }

    private static void arrow(Map<String, Set<String>> found, String from, String to) {
        if (to && to != from && MAP.containsKey(to)) {
            found[from] << to
        }
    }

    private static boolean reaches(String from, String to, Set<String> seen) {
        MAP[from].split(' ').findAll().any { it == to || (seen.add(it) && reaches(it, to, seen)) }
    }

    /** contract, notifications and api count as one each; elsewhere a feature is the package below the root. */
    private static String feature(String packageName) {
        def parts = packageName.split(/\./)
        packageName.startsWith('org.profbilet.') ? parts[2] : null
    }

    private static List<String> schemasIn(Class<?> type) {
        queriesOf(type).collectMany { sql ->
            (sql =~ /(?i)(?:FROM|JOIN|INTO|UPDATE|SELECT|\()\s*([a-z]+)\.[a-z_]+/).collect { it[1] }
        }
    }

    private static List<String> queriesOf(Class<?> type) {
        type.declaredMethods.collect { it.getAnnotation(Query)?.value() }.findAll()
    }

    private static boolean generated(String name) {
        name.contains('$Intercepted') || name.contains('$Definition') || name.contains('$Introspection') ||
                name =~ /\.\$/
    }
}
