import { createI18n } from "vue-i18n";
import en from "@/locales/en";
import zh from "@/locales/zh-CN";

export type Language = "en" | "zh-CN";

export const i18n = createI18n({
  legacy: false,
  locale: "en",
  fallbackLocale: false,
  messages: { en, "zh-CN": zh },
  missing: (language, key) => console.error(`No text for ${key} in ${language}`),
});
