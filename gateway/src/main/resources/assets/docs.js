"use strict";

/** Changes that a signed-in browser sends must repeat its XSRF-TOKEN cookie. */
function withCsrf(request) {
  const token = document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  if (token && new URL(request.url, location.href).origin === location.origin) {
    request.headers["X-XSRF-TOKEN"] = token.substring("XSRF-TOKEN=".length);
  }
  return request;
}

/** Plain words in place of links inside of buttons, which a screen reader cannot tell apart; the address follows all the same. */
function linksAsWords(system) {
  return { wrapComponents: { DeepLink: () => ({ text }) => system.React.createElement("span", null, text) } };
}

SwaggerUIBundle({
  url: "/v3/api-docs?lang=" + document.documentElement.lang,
  dom_id: "#api",
  deepLinking: true,
  plugins: [linksAsWords],
  docExpansion: "list",
  validatorUrl: null,
  requestInterceptor: withCsrf,
});
