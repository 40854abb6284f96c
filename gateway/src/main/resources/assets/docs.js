"use strict";

/** Changes that a signed-in browser sends must repeat its XSRF-TOKEN cookie. */
function withCsrf(request) {
  const token = document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  if (token && new URL(request.url, location.href).origin === location.origin) {
    request.headers["X-XSRF-TOKEN"] = token.substring("XSRF-TOKEN=".length);
  }
  return request;
}

SwaggerUIBundle({
  url: "/v3/api-docs?lang=" + document.documentElement.lang,
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "list",
  validatorUrl: null,
  requestInterceptor: withCsrf,
});
