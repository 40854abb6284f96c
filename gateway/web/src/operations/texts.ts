/** The texts of the operators' pages, which come with these pages only. */
import { i18n } from "@/app/i18n";
import en from "@/locales/operations.en";
import zh from "@/locales/operations.zh-CN";

i18n.global.mergeLocaleMessage("en", en);
i18n.global.mergeLocaleMessage("zh-CN", zh);
