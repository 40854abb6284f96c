import { describe, expect, it } from "vitest";
import analysisEn from "./analysis.en";
import analysisZh from "./analysis.zh-CN";
import en from "./en";
import mineEn from "./mine.en";
import mineZh from "./mine.zh-CN";
import officeEn from "./office.en";
import officeZh from "./office.zh-CN";
import operationsEn from "./operations.en";
import operationsZh from "./operations.zh-CN";
import talkEn from "./talk.en";
import talkZh from "./talk.zh-CN";
import zh from "./zh-CN";

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, before = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, text]) => (typeof text === "string" ? { [before + key]: text } : flat(text, before + key + "."))),
  );
}

/** The first come with the first page, the others with theirs. */
const inEnglish: Texts[] = [en, mineEn, officeEn, analysisEn, operationsEn, talkEn];
const inChinese: Texts[] = [zh, mineZh, officeZh, analysisZh, operationsZh, talkZh];
const english = Object.assign({}, ...inEnglish.map((texts) => flat(texts)));
const chinese = Object.assign({}, ...inChinese.map((texts) => flat(texts)));
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const sources = Object.entries(import.meta.glob<string>("../**/*.{vue,ts}", { query: "?raw", import: "default", eager: true }))
  .filter(([file]) => !file.endsWith(".test.ts"))
  .map(([, source]) => source);

describe("the texts", () => {
  it("that come later take nobody's place", () => {
    const groups = inEnglish.flatMap((texts) => Object.keys(texts));
    expect(groups.filter((group, at) => groups.indexOf(group) !== at)).toEqual([]);
  });

  it("are the same in both languages, with the same holes", () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries<string>(english)) {
      expect(holes(chinese[key]), key).toEqual(holes(text));
    }
  });

  it("are there wherever a page asks for one", () => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/\bt\(\s*"([\w.-]+)"/g), ...source.matchAll(/title: "([a-z]+\.[\w.]+)"/g)].map((match) => match[1]!),
    );
    const families = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*`([\w.]+\.)\$/g)].map((match) => match[1]!));
    const unknown = families.filter((family) => !Object.keys(english).some((key) => key.startsWith(family)));
    expect(families.length).toBeGreaterThan(5);
    expect(unknown).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !(key in english))).toEqual([]);
  });
});
