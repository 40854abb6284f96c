package io.guildhall.local.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** Signs a client in as a browser: the code flow through the gateway, the form of the sign-in page, and back. */
public final class SignIn {

    private static final String START = "/sign-in";

    /** Each look waits up to two seconds for the position of the new token. */
    private static final int LOOKS = 5;

    private SignIn() {}

    /** True when the client bears a session afterwards; false when mail or password are not accepted. */
    public static boolean as(GuildhallClient client, String mail, String password) {
        Reply page = client.page(client.origin().resolve(START)).expect(200);
        HtmlForm form = HtmlForm.forPassword(page)
                .orElseThrow(() -> new IllegalStateException("No sign-in form at " + page.address()));
        Map<String, String> fields = new LinkedHashMap<>(form.hidden());
        fields.put("username", mail);
        fields.put("password", password);
        Reply after = client.submit(form.action(), fields);
        return after.ok() && client.cookie("XSRF-TOKEN").isPresent();
    }

    /** A new personal access token of the member who is signed in; returns when it can be used. */
    public static String token(GuildhallClient signedIn, String name, int days) {
        Reply created = signedIn.post("/api/me/tokens", Map.of("name", name, "days", days))
                .expect(201);
        String id = created.text("tokenId");
        String[] after = created.header("Guildhall-Position")
                .map(position -> new String[] {"Guildhall-After", position})
                .orElse(new String[0]);
        boolean listed = false;
        for (int look = 0; look < LOOKS && !listed; look++) {
            listed = signedIn.get("/api/me/tokens", after)
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream()
                    .anyMatch(key -> key.path("id").asString("").equals(id));
        }
        return created.text("token");
    }
}
