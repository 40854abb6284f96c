package io.guildhall.course.lesson;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns an author's Markdown into HTML that is safe to show. Never fails and always ends: a text that would nest too
 * deeply stays flat, one that would swell beyond {@link #LONGEST_HTML} is shown as it was written.
 */
public final class LessonMarkdown {

    /** Characters; a lesson of 256 KB of ordinary text stays far below it, one of repeated references would not. */
    static final int LONGEST_HTML = 4 * 1024 * 1024;

    private static final List<Extension> EXTENSIONS = List.of(
            AutolinkExtension.create(),
            StrikethroughExtension.create(),
            TablesExtension.create(),
            TaskListItemsExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(64)
            .maxInlineNesting(64)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private LessonMarkdown() {}

    public static String toHtml(String markdown) {
        return LessonHtml.clean(rendered(markdown));
    }

    private static String rendered(String markdown) {
        var html = new BoundedText(LONGEST_HTML);
        try {
            RENDERER.render(PARSER.parse(markdown), html);
            return html.toString();
        } catch (BoundedText.TooLong _) {
            return "<pre>" + markdown.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
        }
    }
}
