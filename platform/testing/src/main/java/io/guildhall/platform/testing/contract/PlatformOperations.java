package io.guildhall.platform.testing.contract;

import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Rule;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Writes into each operation who may call it, the headers it understands and the problems it may answer. */
final class PlatformOperations implements OperationCustomizer {

    static final String AUTHZ = "x-authz";

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        if (!endpoint.getBeanType().getName().startsWith("io.guildhall.")) {
            return operation;
        }
        Rule rule = Rule.of(endpoint);
        operation.addExtension(AUTHZ, rule.text());
        operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
        if (rule instanceof Rule.Anybody) {
            operation.addSecurityItem(new SecurityRequirement());
        }
        parameters(operation, endpoint);
        problems(operation, rule, reads(endpoint));
        return operation;
    }

    private static void parameters(Operation operation, HandlerMethod endpoint) {
        if (operation.getParameters() == null) {
            operation.setParameters(new ArrayList<>());
        }
        operation.getParameters().removeIf(parameter -> isActor(parameter, endpoint));
        if (takes(endpoint, PageQuery.class)) {
            operation.addParametersItem(new QueryParameter()
                    .name("limit")
                    .schema(new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(PageQuery.MOST))
                            ._default(PageQuery.DEFAULT)));
            operation.addParametersItem(new QueryParameter().name("after").schema(new StringSchema()));
        }
        if (reads(endpoint)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Guildhall-After")
                    .description("A position that a command answered; the read waits for it, two seconds at most")
                    .schema(new StringSchema().example("member.0/4711")));
        } else {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description("Repeat the request with the same key for 24 hours: it is done once")
                    .schema(new StringSchema().minLength(1).maxLength(200)));
            operation
                    .getResponses()
                    .values()
                    .forEach(answer ->
                            answer.addHeaderObject("Guildhall-Position", new Header().schema(new StringSchema())));
        }
    }

    private static boolean isActor(Parameter parameter, HandlerMethod endpoint) {
        return Arrays.stream(endpoint.getMethodParameters())
                .anyMatch(each -> each.nestedIfOptional().getNestedParameterType() == Actor.class
                        && parameter.getName().equals(each.getParameter().getName()));
    }

    private static boolean takes(HandlerMethod endpoint, Class<?> type) {
        return Arrays.stream(endpoint.getMethodParameters()).anyMatch(each -> each.getParameterType() == type);
    }

    private static boolean reads(HandlerMethod endpoint) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), RequestMapping.class);
        return mapping != null && Arrays.stream(mapping.method()).allMatch(method -> method == RequestMethod.GET);
    }

    private static void problems(Operation operation, Rule rule, boolean reads) {
        Map<HttpStatus, String> possible = new LinkedHashMap<>();
        possible.put(HttpStatus.BAD_REQUEST, "malformed-request, unknown-property");
        if (!(rule instanceof Rule.Anybody)) {
            possible.put(HttpStatus.UNAUTHORIZED, "authentication-required, invalid-token");
        }
        if (rule instanceof Rule.Holder || rule instanceof Rule.Operators) {
            possible.put(HttpStatus.FORBIDDEN, "forbidden");
        }
        possible.put(HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed");
        possible.put(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
        possible.put(
                HttpStatus.SERVICE_UNAVAILABLE,
                reads ? "dependency-unavailable" : "dependency-unavailable, log-set-back");
        ApiResponses answers = operation.getResponses();
        possible.forEach((status, names) -> answers.putIfAbsent(String.valueOf(status.value()), problem(names)));
    }

    private static ApiResponse problem(String names) {
        return new ApiResponse()
                .description(names)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>()
                                                .$ref("#/components/schemas/" + OpenApiConfiguration.PROBLEM))));
    }
}
