package io.guildhall.course.lesson;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The list of what HTML a lesson may hold. What is not on it is dropped: scripts, styles, frames, forms, handlers. */
final class LessonHtml {

    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#._-]{1,40}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern START = Pattern.compile("[0-9]{1,9}");

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary")
            .allowElements("em", "strong", "b", "i", "del", "s", "sub", "sup", "kbd", "mark")
            .allowElements("ul", "ol", "li", "pre", "code", "table", "thead", "tbody", "tr", "th", "td")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(START)
            .onElements("ol")
            .allowElements("a")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowElements("img")
            .allowAttributes("src", "alt", "title")
            .onElements("img")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .allowElements(LessonHtml::checkboxOnly, "input")
            .allowAttributes("type", "checked", "disabled")
            .onElements("input")
            .toFactory();

    private LessonHtml() {}

    static String clean(String html) {
        return ALLOWED.sanitize(html);
    }

    /** A task list's box: the only input that stays, and nobody can change it. */
    private static @Nullable String checkboxOnly(String element, List<String> attributes) {
        boolean checked = false;
        boolean box = false;
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            checked |= attributes.get(i).equals("checked");
            box |= attributes.get(i).equals("type") && attributes.get(i + 1).equals("checkbox");
        }
        attributes.clear();
        attributes.addAll(List.of("type", "checkbox", "disabled", ""));
        if (checked) {
            attributes.addAll(List.of("checked", ""));
        }
        return box ? element : null;
    }
}
