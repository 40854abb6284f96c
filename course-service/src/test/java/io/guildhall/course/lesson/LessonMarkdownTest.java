package io.guildhall.course.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonMarkdownTest {

    @Test
    void keepsTheLanguageOfACodeBlock() {
        assertThat(html("```java\nint a = 1 < 2 ? 1 : 0;\n```"))
                .isEqualTo("<pre><code class=\"language-java\">int a &#61; 1 &lt; 2 ? 1 : 0;\n</code></pre>\n");
    }

    @Test
    void rendersATable() {
        assertThat(html("|a|b|\n|:-|-:|\n|1|2|")).contains("<th align=\"left\">a</th>", "<td align=\"right\">2</td>");
    }

    @Test
    void rendersATaskListThatNobodyCanChange() {
        assertThat(html("- [x] done\n- [ ] open"))
                .contains("<input type=\"checkbox\" disabled=\"\" checked=\"\" /> done")
                .contains("<input type=\"checkbox\" disabled=\"\" /> open");
    }

    @Test
    void strikesThrough() {
        assertThat(html("~~old~~")).isEqualTo("<p><del>old</del></p>\n");
    }

    @Test
    void linksAddressesAndTellsThemNothing() {
        assertThat(html("see https://example.org/a"))
                .contains("<a href=\"https://example.org/a\" rel=\"nofollow noopener noreferrer\">");
        assertThat(html("[mail](mailto:a@example.org)")).contains("href=\"mailto:a&#64;example.org\"");
    }

    @Test
    void keepsHarmlessHtmlOfRealArticles() {
        assertThat(html("H<sub>2</sub>O<br>next")).isEqualTo("<p>H<sub>2</sub>O<br />next</p>\n");
    }

    @Test
    void keepsChinese() {
        assertThat(html("# 标题\n\n**粗体**文字")).isEqualTo("<h1>标题</h1>\n<p><strong>粗体</strong>文字</p>\n");
    }

    @Test
    void showsATextThatWouldSwellAsItWasWritten() {
        String bomb = "[a]: /" + "x".repeat(20_000) + "\n\n" + "[a] ".repeat(50_000);

        assertThat(html(bomb)).startsWith("<pre>[a]: /xxx").hasSizeLessThan(LessonMarkdown.LONGEST_HTML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "- ",
                "* ",
                "[",
                "![",
                "]",
                "**a ",
                "*",
                "_a ",
                "`",
                "~~",
                "<",
                "<a ",
                "<div>",
                "&#",
                "\\",
                "|",
                "|a\n|-\n",
                "(",
                "[a](",
                "[a]: b\n",
                "http://",
                "a@b.",
                "\t",
                "1. ",
                "#",
                "```",
                "~~~\n",
                "<!--",
                "<?",
                "<![CDATA[",
                "<table><tr>",
                "<b>",
                "</b>",
                "<a href='",
                "\u0000",
                "\ud800",
                "*a_ ",
                "[x] ",
                "- [x] "
            })
    void endsOnALongTextOfOneSign(String sign) {
        String markdown = sign.repeat(256 * 1024 / sign.length());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(html(markdown)).isNotNull());
    }

    private static String html(String markdown) {
        return LessonMarkdown.toHtml(markdown);
    }
}
