/** The texts of one's account and notices, which come with these pages only. */
import { i18n } from "@/app/i18n";
import en from "@/locales/mine.en";
import zh from "@/locales/mine.zh-CN";

i18n.global.mergeLocaleMessage("en", en);
i18n.global.mergeLocaleMessage("zh-CN", zh);
