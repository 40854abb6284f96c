/** The texts of the owners' and authors' pages, which come with these pages only. */
import { i18n } from "@/app/i18n";
import en from "@/locales/office.en";
import zh from "@/locales/office.zh-CN";

i18n.global.mergeLocaleMessage("en", en);
i18n.global.mergeLocaleMessage("zh-CN", zh);
