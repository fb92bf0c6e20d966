package org.profbilet.api.rights

import com.github.f4b6a3.uuid.UuidCreator
import java.nio.file.Files
import java.nio.file.Path
import org.yaml.snakeyaml.Yaml

/** The published contract: its endpoints, and a request that fits each of them. */
class Contract {

    /** What a phone numbers its own requests with, and who holds it; somebody of another meeting is nobody there. */
    private static final List<String> PHONE_NUMBERS = ['scanId', 'voidId', 'syncId', 'bootId', 'operatorId']

    /** What the schema of a field does not tell. */
    private static final Map<String, Object> GIVEN = [
        today: '2026-11-20', subscription: null, raw: '52', phone: '+79000000000', email: 'kto@example.org',
        values: [FOUNDER: 'Управление образования'], exitAt: '18:00']

    private final Map yaml = new Yaml().load(Files.readString(Path.of('../mobile-contract/openapi/profbilet-v1.yaml')))

    List<String> endpoints() {
        yaml.paths.collectMany { path, methods -> methods.keySet().collect { "${it.toUpperCase()} $path".toString() } }
    }

    /** STAFF, MEMBER or DOOR; null where no sign-in is needed. */
    String audience(Row row) {
        operation(row).security?.first()?.values()?.first()?.first()
    }

    /** The ids a request names; the first one is the place, the others are of that place or smuggled in. */
    List<String> variables(Row row) {
        def operation = operation(row)
        def body = operation.requestBody?.content?.values()?.first()?.schema
        (operation.parameters ?: []).findAll { it.in != 'header' && it.name =~ /Id$|^number$/ }*.name + (body ? properties(body) : [])
    }

    /** The address and the body, filled with these ids. */
    Map request(Row row, Map<String, Object> known) {
        def ids = GIVEN + known
        def operation = operation(row)
        def parameters = operation.parameters ?: []
        def path = parameters.findAll { it.in == 'path' }
                .inject(row.path) { text, it -> text.replace("{$it.name}", value(it.name, it.schema, ids).toString()) }
        def query = parameters
                .findAll { it.in == 'query' && (it.required || it.name.endsWith('Id')) }
                .collect { "$it.name=${URLEncoder.encode(value(it.name, it.schema, ids).toString(), 'UTF-8')}" }
        def key = UuidCreator.timeOrderedEpoch.toString()
        def headers = parameters.any { it.in == 'header' && it.name == 'Idempotency-Key' } ? ['Idempotency-Key': key] : [:]
        def content = operation.requestBody?.content ?: [:]
        def body = null
        if (content['multipart/form-data']) {
            headers['content-type'] = 'multipart/form-data; boundary=b'
            body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nФамилия;Имя\r\n--b--\r\n'.getBytes('UTF-8')
        } else if (content) {
            body = value('', content.values().first().schema, ids + [syncId: key] + (row.path.contains('{scanId}') ? [:] : [scanId: key]))
        }
        [path: query ? "$path?${query.join('&')}".toString() : path, body: body, headers: headers]
    }

    private Map operation(Row row) {
        yaml.paths[row.path][row.method.toLowerCase()]
    }

    private List<String> properties(Map schema) {
        resolved(schema).properties?.keySet()?.findAll { (it =~ /Ids?$/ && !(it in PHONE_NUMBERS)) || it == 'invited' }?.toList() ?: []
    }

    private Map resolved(Map schema) {
        schema['$ref'] ? yaml.components.schemas[schema['$ref'].split('/').last()] : schema
    }

    private Object value(String name, Map given, Map<String, Object> ids) {
        def schema = resolved(given)
        if (schema.enum) {
            return schema.enum.first()
        }
        def isOnlyADay = schema.format == 'date-time' && ids[name] ==~ /\d{4}-\d{2}-\d{2}/
        if (ids.containsKey(name) && !isOnlyADay) {
            return ids[name]
        }
        switch (schema.type) {
            case 'object':
                return schema.properties?.collectEntries { key, kind -> [key, value(key, kind, ids)] } ?: [:]
            case 'array':
                return schema.items.format == 'uuid' || schema.minItems ? [value(name.replaceAll(/s$/, ''), schema.items, ids)] : []
            case 'boolean':
                return false
            case 'integer':
                return schema.minimum ?: 1
        }
        text(schema, ids)
    }

    private static String text(Map schema, Map<String, Object> ids) {
        switch (schema.format) {
            case 'uuid': return UUID.randomUUID()
            case 'date': return ids.today
            case 'date-time': return ids.now
        }
        switch (schema.pattern) {
            case null: return 'текст'.take(schema.maxLength ?: 5)
            case ~/\[0-9].*/: return '0' * 10
            case ~/[\w|-]+/: return schema.pattern.split(/\|/).first()
        }
        'A' * (schema.pattern.find(/\d+(?=}|,)/) as int)
    }
}
