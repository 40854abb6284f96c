/** Language and theme as the visitor wants them, kept in this browser. */
import { defineStore } from "pinia";
import { computed, ref, watchEffect } from "vue";
import { i18n, type Language } from "./i18n";
import { kept } from "./kept";

export type Theme = "auto" | "light" | "dark";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** The language asked for in the address wins, as on the pages of the gateway. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? kept.getItem("guildhall-language");
  return (asked ?? navigator.language).toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

export const usePreferences = defineStore("preferences", () => {
  const language = ref<Language>(firstLanguage());
  const theme = ref<Theme>((kept.getItem("guildhall-theme") as Theme | null) ?? "auto");
  const systemDark = ref(prefersDark.matches);
  prefersDark.addEventListener("change", (event) => (systemDark.value = event.matches));
  const dark = computed(() => theme.value === "dark" || (theme.value === "auto" && systemDark.value));

  watchEffect(() => {
    i18n.global.locale.value = language.value;
    document.documentElement.lang = language.value;
    kept.setItem("guildhall-language", language.value);
  });

  watchEffect(() => {
    document.documentElement.classList.toggle("dark", dark.value);
    kept.setItem("guildhall-theme", theme.value);
  });

  return { language, theme, dark };
});
