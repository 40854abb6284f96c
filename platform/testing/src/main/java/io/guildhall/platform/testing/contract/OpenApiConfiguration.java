package io.guildhall.platform.testing.contract;

import io.guildhall.platform.security.Actor;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import tools.jackson.databind.JsonNode;

/** Writes the API of a service under test down, with what the platform does at every endpoint. */
@AutoConfiguration(after = SpringDocConfiguration.class)
@ConditionalOnBean(SpringDocConfiguration.class)
@PropertySource("classpath:springdoc.properties")
class OpenApiConfiguration {

    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, PageQuery.class)
                .replaceWithSchema(JsonNode.class, new ObjectSchema());
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Guildhall " + service).version("1"))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    PlatformOperations platformOperations() {
        return new PlatformOperations();
    }

    @Bean
    AnsweredFields answeredFields() {
        return new AnsweredFields();
    }

    @Bean
    ApiContract apiContract(OpenApiWebMvcResource endpoints) {
        return new ApiContract(endpoints);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457; what a type means is told by GET /problems")
                .addProperty("type", new StringSchema().example("/problems/validation-failed"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("traceId", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("pointer", new StringSchema())
                                        .addProperty("code", new StringSchema())
                                        .addProperty("detail", new StringSchema())));
    }
}
