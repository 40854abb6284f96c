package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each rule once broken, and what may change beside them. */
class ApiChangeTest {

    private static final String BEFORE = """
        {"paths": {
          "/orders": {
            "post": {
              "summary": "Place an order",
              "parameters": [
                {"name": "Key", "in": "header", "schema": {"type": "string", "maxLength": 200}},
                {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 20}}],
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wish"}}}},
              "responses": {
                "201": {
                  "headers": {"Position": {"schema": {"type": "string"}}},
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
                "409": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
              "security": [{"bearer": []}, {}]}}},
         "components": {"schemas": {
           "Wish": {"type": "object", "required": ["product"], "properties": {
             "product": {"type": "string", "pattern": "prd_.*"},
             "note": {"type": "string", "description": "For the cook"},
             "table": {"type": ["integer", "null"]},
             "speed": {"type": "string", "enum": ["SLOW", "FAST"]}}},
           "Order": {"type": "object", "required": ["id", "cents"], "properties": {
             "id": {"type": "string"},
             "cents": {"type": "integer", "format": "int64"},
             "state": {"type": ["string", "null"], "enum": ["OPEN", "PAID"]},
             "labels": {"type": "object", "additionalProperties": {"type": "string"}},
             "before": {"$ref": "#/components/schemas/Order"},
             "period": {"type": "string", "enum": ["MONTH", "YEAR"]},
             "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}}},
           "Problem": {"type": "object", "properties": {"code": {"type": "string"}}}}}}
        """;

    @Test
    void isContentWithWhatStays() {
        assertThat(changes(BEFORE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "/orders"                    | "/bills"                         | POST /orders is gone
        "post"                       | "put"                            | POST /orders is gone
        , {}]                        | ]                                | POST /orders newly asks for a token
        "name": "Key"                | "name": "Kee"                    | POST /orders header Key is gone
        "in": "query"                | "in": "header"                   | POST /orders query limit is gone
        "in": "query"                | "required": true, "in": "query"  | POST /orders query limit is newly required
        "type": "integer", "minimum" | "type": "number", "minimum"      | POST /orders query limit is of another type
        "maxLength": 200             | "maxLength": 100                 | POST /orders header Key/maxLength is another
        "maxLength": 200             | "minLength": 1                   | POST /orders header Key/minLength is another
        "minimum": 1                 | "minimum": 2                     | POST /orders query limit/minimum is another
        "default": 20                | "default": 50                    | POST /orders query limit/default is another
        "requestBody": {             | "requestBody": {"required": true, | POST /orders body is newly required
        "requestBody"                | "body"                           | POST /orders body is gone
        {"application/json": {"schema": {"$ref": "#/components/schemas/Wish | {"text/xml": {"schema": {"$ref": "#/components/schemas/Wish | POST /orders body as application/json is gone
        "required": ["product"]      | "required": ["product", "note"]  | Wish/note is newly required
        "note": {                    | "remark": {                      | Wish/note is gone
        "pattern": "prd_.*"          | "pattern": "prd_[0-9]*"          | Wish/product/pattern is another
        "SLOW", "FAST"               | "FAST"                           | Wish/speed has other values
        ["integer", "null"]          | "integer"                        | Wish/table may no longer be null
        "note": {"type": "string"    | "note": {"type": "string", "format": "date" | Wish/note/format is another
        "201"                        | "200"                            | POST /orders 201 is gone
        "Position"                   | "Place"                          | POST /orders 201 header Position is gone
        "required": ["id", "cents"]  | "required": ["id"]               | Order/cents is no longer certain
        "cents": {                   | "price": {                       | Order/cents is gone
        "id": {"type": "string"}     | "id": {"type": ["string", "null"]} | Order/id may newly be null
        "format": "int64"            | "format": "int32"                | Order/cents/format is another
        "OPEN", "PAID"               | "OPEN", "PAID", "LOST"           | Order/state has other values
        Properties": {"type": "string" | Properties": {"type": "integer" | Order/labels/additionalProperties is of another type
        "items": {"$ref": "#/components/schemas/Order"} | "items": {"type": "string"} | Order/id is gone
        "code": {                    | "name": {                        | Problem/code is gone
        """)
    void refuses(String what, String by, String change) {
        assertThat(changes(replaced(what, by))).contains(change);
    }

    @Test
    void refusesANewParameterThatIsRequired() {
        assertThat(changes(withParameter("{\"name\": \"shop\", \"in\": \"query\", \"required\": true}")))
                .containsExactly("POST /orders query shop is new and required");
    }

    @Test
    void refusesANewFieldThatIsRequiredOfTheSender() {
        assertThat(changes(replaced("\"required\": [\"product\"]", "\"required\": [\"product\", \"shop\"]")
                        .replace("\"note\": {", "\"shop\": {\"type\": \"string\"}, \"note\": {")))
                .containsExactly("Wish/shop is newly required");
    }

    @Test
    void tellsOfANamedShapeOnce() {
        assertThat(changes(replaced("\"cents\": {", "\"price\": {"))).containsExactly("Order/cents is gone");
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Place an order               | Order something
        For the cook                 | For whoever cooks
        "maxLength": 200             | "maxLength": 400
        , "maxLength": 200           | ``
        "minimum": 1                 | "minimum": 0
        , "pattern": "prd_.*"        | ``
        "required": ["product"]      | "required": []
        "note": {"type": "string"    | "note": {"type": ["string", "null"]
        "SLOW", "FAST"               | "SLOW", "FAST", "SOON"
        "type": ["string", "null"]   | "type": "string"
        "OPEN", "PAID"               | "PAID"
        "labels": {"type": "object"  | "labels": {"type": ["object", "null"]
        "before": {"$ref": "#/components/schemas/Order"} | "before": {"anyOf": [{"$ref": "#/components/schemas/Order"}, {"type": "null"}]}
        "string", "enum": ["MONTH", "YEAR"] | ["string", "null"], "enum": ["MONTH", "YEAR", null]
        "required": ["id", "cents"]  | "required": ["id", "cents", "parts"]
        "id": {                      | "at": {"type": "string"}, "id": {
        "409"                        | "422"
        "/orders"                    | "/bills": {"get": {}}, "/orders"
        components/schemas/Order"}}}} | components/schemas/Order"}}, "text/csv": {}}}
        """)
    void allows(String what, String by) {
        assertThat(changes(replaced(what, by))).isEmpty();
    }

    @Test
    void allowsANewParameterThatMayBeLeftOutAndAnotherNameOfAShape() {
        assertThat(changes(withParameter("{\"name\": \"shop\", \"in\": \"query\"}")))
                .isEmpty();
        assertThat(changes(BEFORE.replace("schemas/Wish", "schemas/Want").replace("\"Wish\"", "\"Want\"")))
                .isEmpty();
    }

    private static String withParameter(String parameter) {
        return replaced("\"parameters\": [", "\"parameters\": [" + parameter + ", ");
    }

    private static String replaced(String what, String by) {
        assertThat(BEFORE).contains(what);
        return BEFORE.replace(what, by);
    }

    private static List<String> changes(String after) {
        return ApiChange.notAllowed(json(BEFORE), json(after));
    }

    private static JsonNode json(String text) {
        return ContractFiles.JSON.readTree(text);
    }
}
