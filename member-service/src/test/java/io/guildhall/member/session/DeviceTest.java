package io.guildhall.member.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    private static final String KIT = "AppleWebKit/537.36 (KHTML, like Gecko) ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox | Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) KIT Chrome/138.0.0.0 Safari/537.36 | Chrome | Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) KIT Chrome/138.0.0.0 Safari/537.36 Edg/138.0 | Edge |"
                        + " Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) KIT Version/18.5 Safari/605.1.15 | Safari | macOS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) KIT Chrome/138.0 Safari/537.36 OPR/122.0 | Opera |"
                        + " macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) KIT Version/18.5 Safari/604.1 | Safari |"
                        + " iPhone",
                "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) KIT CriOS/138.0 Mobile/15E148 Safari/604.1 | Chrome |"
                        + " iPad",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) KIT FxiOS/140.0 Safari/605.1 | Firefox |"
                        + " iPhone",
                "Mozilla/5.0 (Linux; Android 15; SM-S931B) KIT SamsungBrowser/28.0 Chrome/130.0 Safari/537.36"
                        + " | Samsung Internet | Android",
                "Mozilla/5.0 (Linux; Android 14; V2309A) KIT Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.60"
                        + " | WeChat | Android",
                "Mozilla/5.0 (Phone; OpenHarmony 5.0) KIT Chrome/114.0 Safari/537.36 HuaweiBrowser/5.0"
                        + " | Huawei Browser | HarmonyOS",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) KIT Chrome/138.0.0.0 Safari/537.36 | Chrome | ChromeOS",
                "curl/8.14.1 | |",
                "<script>alert(1)</script> | |",
                "'' | |",
                "| |",
            })
    void namesBrowserAndSystemAsPeopleDo(
            @Nullable String userAgent, @Nullable String browser, @Nullable String system) {
        String said = userAgent == null ? null : userAgent.replace("KIT ", KIT);

        assertThat(Device.of(said)).isEqualTo(new Device(browser, system));
    }
}
