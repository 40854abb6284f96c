/** Colors SQL, as lessons are colored. */
import hljs from "highlight.js/lib/core";
import sql from "highlight.js/lib/languages/sql";
import "@/course/highlight.css";

hljs.registerLanguage("sql", sql);

/** As HTML in which all of the text is escaped. */
export function colored(query: string): string {
  return hljs.highlight(query, { language: "sql" }).value;
}
