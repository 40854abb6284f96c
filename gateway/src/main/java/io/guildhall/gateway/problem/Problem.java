package io.guildhall.gateway.problem;

/** The body of a problem answer (RFC 9457), with the members that the services use too. */
record Problem(String type, String title, int status, String detail, String instance, String code, String traceId) {

    static Problem of(Refused refused, ProblemTexts texts, Language language, String instance, String traceId) {
        ProblemType type = refused.type();
        return new Problem(
                "/problems/" + type.slug(),
                texts.title(type, language),
                type.status(),
                texts.detail(type, language, refused.arguments()),
                instance,
                type.slug(),
                traceId);
    }
}
