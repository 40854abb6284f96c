import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { i18n } from "./app/i18n";
import { keptInTab } from "./app/kept";
import { usePreferences } from "./app/preferences";
import { router } from "./app/router";
import { useSession } from "./app/session";
import "./styles/base.css";

// A page that was open while a new version was installed asks for files that are gone: it is loaded anew, once for each.
const MISSED = "guildhall-missed";
window.addEventListener("vite:preloadError", ({ payload }) => {
  if (navigator.onLine && keptInTab.getItem(MISSED) !== payload.message) {
    keptInTab.setItem(MISSED, payload.message);
    location.reload();
  }
});

const app = createApp(App).use(createPinia()).use(i18n);
usePreferences();
// Pages ask in the name of who is signed in, so that is known first.
void useSession()
  .refresh()
  .then(() => app.use(router).mount("#app"));

