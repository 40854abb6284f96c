/** The texts of the analysts' pages, which come with these pages only. */
import { i18n } from "@/app/i18n";
import en from "@/locales/analysis.en";
import zh from "@/locales/analysis.zh-CN";

i18n.global.mergeLocaleMessage("en", en);
i18n.global.mergeLocaleMessage("zh-CN", zh);
