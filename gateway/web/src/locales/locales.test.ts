import { describe, expect, it } from "vitest";
import analysisEn from "./analysis.en";
import analysisZh from "./analysis.zh-CN";
import en from "./en";
import officeEn from "./office.en";
import officeZh from "./office.zh-CN";
import operationsEn from "./operations.en";
import operationsZh from "./operations.zh-CN";
import zh from "./zh-CN";

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, before = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, text]) => (typeof text === "string" ? { [before + key]: text } : flat(text, before + key + "."))),
  );
}

const english = { ...flat(en), ...flat(officeEn), ...flat(analysisEn), ...flat(operationsEn) };
const chinese = { ...flat(zh as Texts), ...flat(officeZh as Texts), ...flat(analysisZh as Texts), ...flat(operationsZh as Texts) };
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const sources = Object.entries(import.meta.glob<string>("../**/*.{vue,ts}", { query: "?raw", import: "default", eager: true }))
  .filter(([file]) => !file.endsWith(".test.ts"))
  .map(([, source]) => source);

describe("the texts", () => {
  it("of the office, of analysts and of operations come later and take nobody's place", () => {
    expect(Object.keys(officeEn).filter((key) => key in en)).toEqual([]);
    expect(Object.keys(analysisEn).filter((key) => key in en || key in officeEn)).toEqual([]);
    expect(Object.keys(operationsEn).filter((key) => key in en || key in officeEn || key in analysisEn)).toEqual([]);
  });

  it("are the same in both languages, with the same holes", () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect(holes(chinese[key]!), key).toEqual(holes(text));
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
