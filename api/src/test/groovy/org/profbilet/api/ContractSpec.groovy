package org.profbilet.api

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class ContractSpec extends Specification {

    static final Path GENERATED = Path.of('target/classes/META-INF/swagger/openapi.yml')
    static final Path PUBLISHED = Path.of('../mobile-contract/openapi/profbilet-v1.yaml')

    def "the published contract is what the code says"() {
        expect: 'after a wanted change: cp api/target/classes/META-INF/swagger/openapi.yml mobile-contract/openapi/profbilet-v1.yaml'
        Files.readString(GENERATED) == Files.readString(PUBLISHED)
    }

    def "the contract is OpenAPI 3.0 without alternatives that generators get wrong"() {
        given:
        def text = Files.readString(PUBLISHED)

        expect:
        text.startsWith('openapi: 3.0.')
        !text.contains('oneOf:')
        !text.contains('discriminator:')
    }
}
