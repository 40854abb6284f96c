/** Colors code in the languages that programmers write lessons about; loaded only where there is code. */
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import scala from "highlight.js/lib/languages/scala";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import "./highlight.css";

const languages = {
  bash, c, cpp, csharp, css, diff, dockerfile, go, java, javascript, json, kotlin, python, rust, scala, sql, typescript, xml, yaml,
};
Object.entries(languages).forEach(([name, grammar]) => hljs.registerLanguage(name, grammar));

/** Code in a language that is not known stays plain. */
export function highlight(block: HTMLElement): void {
  const language = /language-([\w+#.-]+)/.exec(block.className)?.[1] ?? "";
  if (hljs.getLanguage(language) && !block.dataset.highlighted) {
    hljs.highlightElement(block);
  }
}
