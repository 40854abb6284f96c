/** The texts of the pages on which channels and surveys are looked after, which come with these pages only. */
import { i18n } from "@/app/i18n";
import en from "@/locales/talk.en";
import zh from "@/locales/talk.zh-CN";

i18n.global.mergeLocaleMessage("en", en);
i18n.global.mergeLocaleMessage("zh-CN", zh);
