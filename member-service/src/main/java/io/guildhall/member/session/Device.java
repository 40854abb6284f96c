package io.guildhall.member.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody signed in, in words by which he knows it again; nothing else of what the browser said is kept.
 *
 * @param browser its product name; null for one that is not known here
 * @param system product name of the device or its operating system; null likewise
 */
public record Device(@Nullable String browser, @Nullable String system) {

    private record Sign(String text, String name) {}

    /** Browsers name those whom they resemble, so the more particular come first. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger/", "WeChat"),
            new Sign("HuaweiBrowser/", "Huawei Browser"),
            new Sign("MiuiBrowser/", "Mi Browser"),
            new Sign("QQBrowser/", "QQ Browser"),
            new Sign("UCBrowser/", "UC Browser"),
            new Sign("SamsungBrowser/", "Samsung Internet"),
            new Sign("YaBrowser/", "Yandex Browser"),
            new Sign("Vivaldi/", "Vivaldi"),
            new Sign("OPR/", "Opera"),
            new Sign("Edg/", "Edge"),
            new Sign("EdgA/", "Edge"),
            new Sign("EdgiOS/", "Edge"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("Firefox/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("OpenHarmony", "HarmonyOS"),
            new Sign("HarmonyOS", "HarmonyOS"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Macintosh", "macOS"),
            new Sign("Linux", "Linux"));

    /** @param userAgent header {@code User-Agent}, of which nothing is believed but well-known names */
    public static Device of(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return new Device(named(said, BROWSERS), named(said, SYSTEMS));
    }

    private static @Nullable String named(String said, List<Sign> signs) {
        for (Sign sign : signs) {
            if (said.contains(sign.text())) {
                return sign.name();
            }
        }
        return null;
    }
}
