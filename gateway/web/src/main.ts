import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { i18n } from "./app/i18n";
import { usePreferences } from "./app/preferences";
import { router } from "./app/router";
import { useSession } from "./app/session";
import "./styles/base.css";

const app = createApp(App).use(createPinia()).use(i18n);
usePreferences();
// Pages ask in the name of who is signed in, so that is known first.
void useSession()
  .refresh()
  .then(() => app.use(router).mount("#app"));
